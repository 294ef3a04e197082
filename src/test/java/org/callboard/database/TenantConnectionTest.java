package org.callboard.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A statement outside of a transaction runs for its company, however often the driver has sent it before. */
class TenantConnectionTest {

    private final TestTenant tenant = TestTenant.create();
    private final JdbcClient jdbc = Server.bean(JdbcClient.class);

    private List<String> names(String type, Object value) {
        return tenant.caller.call(() -> jdbc.sql(
                        "select name from tenant where tenant_id = :tenant and :value::TYPE is not distinct from :same::TYPE"
                                .replace("TYPE", type))
                .param("tenant", tenant.id)
                .param("value", value)
                .param("same", value)
                .query(String.class)
                .list());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "bigint", "uuid", "timestamptz", "text[]"})
    void aNullAmongItsValuesDoesNotLoseIt(String type) {
        for (int i = 0; i < 20; i++) {
            assertThat(names(type, null)).as("time " + i).hasSize(1);
        }
    }

    @Test
    void norDoesANullAmongOtherValues() {
        for (int i = 0; i < 40; i++) {
            assertThat(names("text", i % 3 == 0 ? null : "x")).as("time " + i).hasSize(1);
        }
    }
}

package org.callboard.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.callboard.database.Caller;
import org.callboard.testing.Schema;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What PostgreSQL itself holds back, when a statement names the wrong company or none. */
class RowSecurityTest {

    private static final String REFUSED = "violates row-level security policy";

    private final World a = new World();
    private final World b = new World();
    private final JdbcClient jdbc = Server.bean(JdbcClient.class);
    private final TransactionTemplate transaction =
            new TransactionTemplate(Server.bean(PlatformTransactionManager.class));

    @Test
    void withoutATenantNoTableShowsARow() {
        for (String table : Schema.tenantTables()) {
            assertThat(count("select count(*) from " + table)).as(table).isZero();
            assertThat(transaction.<Long>execute(status -> count("select count(*) from " + table)))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void aConnectionForgetsTheTenantItServedBefore() {
        for (int i = 0; i < 40; i++) {
            assertThat(a.tenant.caller.call(() -> count("select count(*) from tag_type")))
                    .isEqualTo(1);
            assertThat(a.tenant.caller.<Long>call(
                            () -> transaction.execute(status -> count("select count(*) from tag_type"))))
                    .isEqualTo(1);
            assertThat(count("select count(*) from tag_type")).isZero();
        }
    }

    @Test
    void withoutATenantNothingIsWritten() {
        assertThatThrownBy(() -> insertTag(a.tenant.id)).rootCause().hasMessageContaining(REFUSED);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> insertTag(a.tenant.id)))
                .rootCause()
                .hasMessageContaining(REFUSED);
        assertThat(jdbc.sql("update tag_type set name = 'x'").update()).isZero();
        assertThat(jdbc.sql("delete from tag_type").update()).isZero();
    }

    @Test
    void aTenantSeesItsOwnRowsInEveryTable() {
        List<String> tables = Schema.tenantTables();
        for (World world : List.of(a, b)) {
            world.tenant.caller.run(() -> {
                long filled = 0;
                for (String table : tables) {
                    assertThat(count("select count(*) from " + table + " where tenant_id <> " + world.tenant.id))
                            .as(table)
                            .isZero();
                    filled += Math.min(1, count("select count(*) from " + table));
                }
                assertThat(filled).as("tables with rows of this tenant").isGreaterThan(10);
            });
        }
    }

    @Test
    void aTenantCantWriteWhereAnotherStands() {
        long tag = (long) b.id("/settings/v2/tenant/{tenant}/tag-types/{id}");
        a.tenant.caller.run(() -> {
            assertThat(jdbc.sql("update tag_type set name = 'x' where tenant_id = ? and id = ?")
                            .params(b.tenant.id, tag)
                            .update())
                    .isZero();
            assertThat(jdbc.sql("delete from tag_type where tenant_id = ? and id = ?")
                            .params(b.tenant.id, tag)
                            .update())
                    .isZero();
            assertThatThrownBy(() -> insertTag(b.tenant.id)).rootCause().hasMessageContaining(REFUSED);
            assertThatThrownBy(() -> jdbc.sql("update tag_type set tenant_id = ?")
                            .params(b.tenant.id)
                            .update())
                    .rootCause()
                    .hasMessageContaining(REFUSED);
        });
        assertThat(Caller.system(b.tenant.id)
                        .call(() -> jdbc.sql("select name from tag_type")
                                .query(String.class)
                                .list()))
                .containsExactly("VIP");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private void insertTag(long tenant) {
        jdbc.sql("insert into tag_type (tenant_id, name, created_on, modified_on) values (?, 'x', now(), now())")
                .params(tenant)
                .update();
    }
}

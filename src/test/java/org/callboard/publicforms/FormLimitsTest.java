package org.callboard.publicforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.callboard.publicforms.FormLimits.Use;
import org.callboard.tenants.Secrets;
import org.callboard.testing.PublicPage;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FormLimitsTest {

    private final JdbcClient jdbc = Server.bean(JdbcClient.class);
    private final PublicForm form = PublicPage.of(new Shop()).form();
    private final Instant start = Instant.parse("2026-03-01T10:00:00Z");

    private boolean admit(int seconds, String address) {
        Clock clock = Clock.fixed(start.plusSeconds(seconds), ZoneOffset.UTC);
        return new FormLimits(jdbc, Server.bean(Secrets.class), clock).admit(form, Use.SEND, address);
    }

    private int rows() {
        return form.caller()
                .call(() -> jdbc.sql("select count(*) from form_use where tenant_id = :tenant")
                        .param("tenant", form.tenant())
                        .query(Integer.class)
                        .single());
    }

    @Test
    void whoSendsAgainAndAgainHasOneRowAndAFreshCountEveryTenMinutes() {
        for (int stretch = 0; stretch < 4; stretch++) {
            for (int i = 0; i < 10; i++) {
                assertThat(admit(stretch * 600 + i, "192.0.2.7")).isTrue();
            }
            assertThat(admit(stretch * 600 + 599, "192.0.2.7")).isFalse();
        }
        assertThat(admit(1800, "192.0.2.8")).isTrue();
        assertThat(rows()).as("all together, and two addresses").isEqualTo(3);
    }

    /** As the clocks of two nodes may do. */
    @Test
    void aLateLookDoesNotBeginAnew() {
        for (int i = 0; i < 10; i++) {
            assertThat(admit(i % 2 == 0 ? 600 : 599, "192.0.2.9")).isTrue();
        }
        assertThat(admit(599, "192.0.2.9")).isFalse();
    }
}

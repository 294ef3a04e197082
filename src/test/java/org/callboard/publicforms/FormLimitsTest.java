package org.callboard.publicforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.callboard.limits.LimiterAt;
import org.callboard.publicforms.FormLimits.Use;
import org.callboard.testing.PublicPage;
import org.callboard.testing.Schema;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;

class FormLimitsTest {

    private final PublicForm form = PublicPage.of(new Shop()).form();
    private final Instant start = Instant.parse("2026-03-01T10:00:00Z");

    private boolean admit(int seconds, String address) {
        Clock clock = Clock.fixed(start.plusSeconds(seconds), ZoneOffset.UTC);
        return new FormLimits(LimiterAt.clock(clock)).admit(form, Use.SEND, address);
    }

    private static int rows() {
        return Schema.strings("select name::text from recent_use where latest < '2026-04-01'")
                .size();
    }

    @Test
    void whoSendsAgainAndAgainHasOneRowAndAFreshCountEveryTenMinutes() {
        int before = rows();
        for (int stretch = 0; stretch < 4; stretch++) {
            for (int i = 0; i < 10; i++) {
                assertThat(admit(stretch * 600 + i, "192.0.2.7")).isTrue();
            }
            assertThat(admit(stretch * 600 + 599, "192.0.2.7")).isFalse();
        }
        assertThat(admit(1800, "192.0.2.8")).isTrue();
        assertThat(rows() - before).as("all together, and two addresses").isEqualTo(3);
    }

    @Test
    void noTenMinutesHaveMoreWhereverTheyBegin() {
        for (int i = 0; i < 10; i++) {
            assertThat(admit(590 + i, "192.0.2.10")).isTrue();
        }
        assertThat(admit(600, "192.0.2.10")).isFalse();
        assertThat(admit(1189, "192.0.2.10")).isFalse();
        assertThat(admit(1190, "192.0.2.10")).isTrue();
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

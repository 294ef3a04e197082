package org.callboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is passed over unseen must really be another route; everything else is left to Spring. */
class QuickRoutesTest {

    private static boolean mayBe(String pattern, String path) {
        return QuickRoutes.Shape.of(pattern).mayBe(path.substring(1).split("/", -1));
    }

    @Test
    void aRouteWithOtherWordsOrOfAnotherLengthIsPassedOver() {
        String pattern = "/crm/v2/tenant/{tenant}/bookings/{id}";
        assertThat(mayBe(pattern, "/crm/v2/tenant/7/bookings/5")).isTrue();
        assertThat(mayBe(pattern, "/crm/v2/tenant/7/leads/5")).isFalse();
        assertThat(mayBe(pattern, "/jpm/v2/tenant/7/bookings/5")).isFalse();
        assertThat(mayBe(pattern, "/crm/v2/tenant/7/bookings")).isFalse();
        assertThat(mayBe(pattern, "/crm/v2/tenant/7/bookings/5/contacts")).isFalse();
    }

    @Test
    void whatOnlySpringCanJudgeIsNeverPassedOver() {
        for (String pattern :
                new String[] {"/assets/**", "/a/{*rest}", "/a/{id:\\d+}", "/a/x{id}", "/a/*", "/", "/a/"}) {
            assertThat(mayBe(pattern, "/anything/at/all")).as(pattern).isTrue();
        }
    }
}

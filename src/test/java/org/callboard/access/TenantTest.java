package org.callboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TenantTest {

    private static final Instant NOON = Instant.parse("2027-03-14T16:00:00Z");

    /** Days have 23 hours and 25, and one begins at one where clocks are put forward at midnight. */
    @Test
    void aDayBeginsWhereTheCompanyIs() {
        assertThat(day("America/New_York", NOON, 0)).isEqualTo("2027-03-14T05:00:00Z");
        assertThat(day("America/New_York", NOON, 1)).isEqualTo("2027-03-15T04:00:00Z");
        assertThat(day("America/New_York", Instant.parse("2027-11-07T16:00:00Z"), 1))
                .isEqualTo("2027-11-08T05:00:00Z");
        assertThat(day("America/Havana", NOON, 0)).isEqualTo("2027-03-14T05:00:00Z");
        assertThat(day("Pacific/Auckland", NOON, 0)).isEqualTo("2027-03-14T11:00:00Z");
    }

    private static String day(String zone, Instant moment, int daysLater) {
        return new Tenant(1, "Example", ZoneId.of(zone), "US", true, NOON)
                .startOfDay(moment, daysLater)
                .toString();
    }
}

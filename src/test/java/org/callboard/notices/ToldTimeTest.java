package org.callboard.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.callboard.jobs.VisitTime;
import org.junit.jupiter.api.Test;

/** Times are the company's, also when the clocks are changed. */
class ToldTimeTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void aTimeWithoutAWindowIsItsStart() {
        ToldTime time = ToldTime.of(VisitTime.of(instant("2026-12-01T14:30:00Z"), instant("2026-12-01T16:30:00Z")));
        assertThat(time.date(NEW_YORK)).isEqualTo("Tuesday, December 1, 2026");
        assertThat(time.window(NEW_YORK)).isEqualTo("at 9:30 AM");
    }

    @Test
    void aWindowHasTwoEndsWhichMayBeOnTwoDays() {
        ToldTime night = new ToldTime(instant("2026-12-02T03:00:00Z"), instant("2026-12-02T06:00:00Z"));
        assertThat(night.date(NEW_YORK)).isEqualTo("Tuesday, December 1, 2026");
        assertThat(night.window(NEW_YORK)).isEqualTo("between 10:00 PM and Wednesday, December 2, 2026, 1:00 AM");
    }

    @Test
    void theClocksAreThoseOfTheDay() {
        ToldTime summer = new ToldTime(instant("2026-10-31T13:00:00Z"), instant("2026-10-31T15:00:00Z"));
        ToldTime winter = new ToldTime(instant("2026-11-01T13:00:00Z"), instant("2026-11-01T15:00:00Z"));
        assertThat(summer.window(NEW_YORK)).isEqualTo("between 9:00 AM and 11:00 AM");
        assertThat(winter.window(NEW_YORK)).isEqualTo("between 8:00 AM and 10:00 AM");
        ToldTime spring = new ToldTime(instant("2027-03-14T06:30:00Z"), instant("2027-03-14T07:30:00Z"));
        assertThat(spring.window(NEW_YORK)).isEqualTo("between 1:30 AM and 3:30 AM"); // an hour later
    }

    private static Instant instant(String text) {
        return Instant.parse(text);
    }
}

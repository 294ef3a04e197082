package org.callboard.publicforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class VisitTimeTest {

    private static final ZoneId OHIO = ZoneId.of("America/New_York");
    private static final Instant LONG_AGO = Instant.EPOCH;

    @Test
    void aPartOfADayBeginsWhereTheCompanyIs() {
        assertThat(start("2027-01-12", VisitTime.Part.morning)).isEqualTo("2027-01-12T13:00:00Z");
        assertThat(start("2027-07-12", VisitTime.Part.morning)).isEqualTo("2027-07-12T12:00:00Z");
        assertThat(start("2027-01-12", VisitTime.Part.evening)).isEqualTo("2027-01-12T22:00:00Z");
        assertThat(start("2027-03-14", VisitTime.Part.any))
                .as("the clocks went forward at two")
                .isEqualTo("2027-03-14T12:00:00Z");
    }

    @Test
    void whatHasBegunBeginsNow() {
        VisitTime today = new VisitTime(LocalDate.parse("2027-01-12"), VisitTime.Part.morning);
        Instant noon = Instant.parse("2027-01-12T17:00:00Z");
        assertThat(today.start(OHIO, noon)).isEqualTo(noon);
    }

    @Test
    void itReadsAsPeopleSayIt() {
        assertThat(new VisitTime(LocalDate.parse("2027-03-02"), VisitTime.Part.morning))
                .hasToString("Tuesday, March 2, in the morning");
    }

    private static String start(String day, VisitTime.Part part) {
        return new VisitTime(LocalDate.parse(day), part).start(OHIO, LONG_AGO).toString();
    }
}

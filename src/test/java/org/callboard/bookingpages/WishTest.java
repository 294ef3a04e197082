package org.callboard.bookingpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WishTest {

    private static final ZoneId OHIO = ZoneId.of("America/New_York");
    private static final Instant LONG_AGO = Instant.EPOCH;

    @Test
    void aPartOfADayBeginsWhereTheCompanyIs() {
        assertThat(start("2027-01-12", Wish.Part.morning)).isEqualTo("2027-01-12T13:00:00Z");
        assertThat(start("2027-07-12", Wish.Part.morning)).isEqualTo("2027-07-12T12:00:00Z");
        assertThat(start("2027-01-12", Wish.Part.evening)).isEqualTo("2027-01-12T22:00:00Z");
        assertThat(start("2027-03-14", Wish.Part.any))
                .as("the clocks went forward at two")
                .isEqualTo("2027-03-14T12:00:00Z");
    }

    @Test
    void whatHasBegunBeginsNow() {
        Wish today = new Wish(LocalDate.parse("2027-01-12"), Wish.Part.morning);
        Instant noon = Instant.parse("2027-01-12T17:00:00Z");
        assertThat(today.start(OHIO, noon)).isEqualTo(noon);
    }

    @Test
    void itReadsAsPeopleSayIt() {
        assertThat(new Wish(LocalDate.parse("2027-03-02"), Wish.Part.morning))
                .hasToString("Tuesday, March 2, in the morning");
    }

    private static String start(String day, Wish.Part part) {
        return new Wish(LocalDate.parse(day), part).start(OHIO, LONG_AGO).toString();
    }
}

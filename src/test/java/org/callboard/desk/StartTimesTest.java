package org.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.callboard.openinghours.VisitWarning;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.WallClockTime;
import org.callboard.web.QuickDates;
import org.junit.jupiter.api.Test;

/** What is asked about a time by the company's clocks, and when there is no such time. */
class StartTimesTest {

    private static final ZoneId DAYTON = ZoneId.of("America/New_York");
    private static final Instant NOW = Instant.parse("2027-03-10T15:00:30Z"); // 10:00 AM in Dayton

    private static final String SKIPPED = "The clocks skip this time: they go from 2:00 AM to 3:00 AM. Choose another.";

    @Test
    void ofOneThatComesTwiceTheFirstIsBooked() {
        WallClockTime time = new WallClockTime(LocalDateTime.parse("2027-11-07T01:30"), DAYTON);
        assertThat(time.first()).isEqualTo("2027-11-07T05:30:00Z");
        assertThat(time.last()).isEqualTo("2027-11-07T06:30:00Z");
        assertThat(StartTimes.question(time, List.of(), List.of()))
                .contains(new StartTimes.Question(
                        "2027-11-07T01:30 comes-twice",
                        List.of("The clocks are put back then and"
                                + " show this time twice. It is the first of the two.")));
    }

    @Test
    void whatIsConfirmedIsTheTimeWithAllThatWasSaidOfIt() {
        WallClockTime time = new WallClockTime(LocalDateTime.parse("2027-03-10T09:30"), DAYTON);
        VisitWarning past = new VisitWarning(VisitWarning.Kind.InThePast, "Past.");
        StartTimes.Busy busy = new StartTimes.Busy("busy-1004-2207", "Sam is busy.");
        assertThat(StartTimes.question(time, List.of(), List.of())).isEmpty();
        assertThat(StartTimes.question(time, List.of(past), List.of()))
                .contains(new StartTimes.Question("2027-03-10T09:30 in-the-past", List.of("Past.")));
        assertThat(StartTimes.question(time, List.of(past), List.of(busy)))
                .contains(new StartTimes.Question(
                        "2027-03-10T09:30 in-the-past busy-1004-2207", List.of("Past.", "Sam is busy.")));
    }

    @Test
    void aFollowUpIsNeitherInThePastNorAtATimeThatTheClocksSkip() {
        QuickDates dates = new QuickDates(DAYTON, NOW);
        FieldErrors errors = new FieldErrors();
        assertThat(dates.read("2027-11-07T01:30", "twice", errors)).isEqualTo("2027-11-07T05:30:00Z");
        dates.read("2027-03-14T02:30", "skipped", errors);
        dates.read("2027-03-10T09:30", "past", errors);
        dates.read("soon", "unreadable", errors);
        dates.read("+12027-03-10T09:30", "far", errors);
        assertThat(errors.asMap())
                .isEqualTo(Map.of(
                        "skipped",
                        List.of(SKIPPED),
                        "past",
                        List.of("This moment has passed."),
                        "unreadable",
                        List.of("A date and time is expected."),
                        "far",
                        List.of("A date and time is expected.")));
    }
}

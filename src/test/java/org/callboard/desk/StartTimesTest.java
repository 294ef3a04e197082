package org.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.WallClockTime;
import org.callboard.web.QuickDates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a time by the company's clocks is taken, when it is asked about, and when there is no such time. */
class StartTimesTest {

    private static final ZoneId DAYTON = ZoneId.of("America/New_York");
    private static final Instant NOW = Instant.parse("2027-03-10T15:00:30Z"); // 10:00 AM in Dayton

    private static final Map<String, List<String>> NOTHING = Map.of();
    private static final String PAST = "This time is in the past. Book it anyway?";
    private static final String TWICE =
            "The clocks are put back then and show this time twice. Book the first of the two?";
    private static final String SKIPPED = "The clocks skip this time: they go from 2:00 AM to 3:00 AM. Choose another.";

    @Test
    void aTimeThatIsStillToComeIsTaken() {
        assertThat(said("2027-03-10T10:00", null)).isEqualTo(NOTHING); // the present minute
        assertThat(said("2027-03-14T01:59", null)).isEqualTo(NOTHING);
        assertThat(said("2027-03-14T03:00", null)).isEqualTo(NOTHING);
        assertThat(said("2027-11-07T00:59", null)).isEqualTo(NOTHING);
        assertThat(said("2027-11-07T02:00", null)).isEqualTo(NOTHING);
    }

    @Test
    void oneThatHasPassedIsAskedAboutByTheCompanysClocksAndOnlyForThatVeryTime() {
        assertThat(said("2027-03-10T09:59", null)).isEqualTo(Map.of("confirmedStart", List.of(PAST)));
        assertThat(said("2027-03-10T09:59", "2027-03-10T09:59")).isEqualTo(NOTHING);
        assertThat(said("2027-03-10T09:30", "2027-03-10T09:59")).containsOnlyKeys("confirmedStart");
        FieldErrors errors = new FieldErrors();
        LocalDateTime morning = LocalDateTime.parse("2027-03-10T09:59");
        StartTimes.check(new WallClockTime(morning, ZoneId.of("America/Denver")), null, NOW, errors);
        assertThat(errors.isEmpty()).isTrue(); // it is 8:00 AM there
    }

    @Test
    void oneThatTheClocksSkipIsNoTimeWhateverWasConfirmed() {
        assertThat(said("2027-03-14T02:00", null)).isEqualTo(Map.of("start", List.of(SKIPPED)));
        assertThat(said("2027-03-14T02:59", "2027-03-14T02:59")).containsOnlyKeys("start");
    }

    @Test
    void ofOneThatComesTwiceTheFirstIsBookedOnceThatIsConfirmed() {
        assertThat(said("2027-11-07T01:30", null)).isEqualTo(Map.of("confirmedStart", List.of(TWICE)));
        assertThat(said("2027-11-07T01:30", "2027-11-07T01:30")).isEqualTo(NOTHING);
        WallClockTime time = new WallClockTime(LocalDateTime.parse("2027-11-07T01:30"), DAYTON);
        assertThat(time.first()).isEqualTo("2027-11-07T05:30:00Z");
        assertThat(time.last()).isEqualTo("2027-11-07T06:30:00Z");
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

    private static Map<String, List<String>> said(String start, @Nullable String confirmed) {
        FieldErrors errors = new FieldErrors();
        StartTimes.check(
                new WallClockTime(LocalDateTime.parse(start), DAYTON),
                confirmed == null ? null : LocalDateTime.parse(confirmed),
                NOW,
                errors);
        return errors.asMap();
    }
}

package org.callboard.openinghours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When is a visit unusual? Times are those of New York, where the clocks go forward on 2027-03-14 and back on 2027-11-07. */
class VisitWarningsTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant NOW = at("2027-03-10T10:00");
    private static final WorkingTime WORKING = working(
            "7-12, 12:45-7", "Closed", day("Christmas", "2020-12-25", true), day("Picnic", "2027-06-30", false));
    private static final WorkingTime ALWAYS = working("All day", "All day");

    @Test
    void aVisitWithinTheHoursIsUsual() {
        assertThat(said("2027-03-10T10:00", 60)).isEmpty();
        assertThat(said("2027-03-11T07:00", 12 * 60)).isEmpty();
        assertThat(said("2027-03-13T17:00", 120)).isEmpty(); // a Saturday
        assertThat(said("2027-03-11T11:30", 90)).isEmpty(); // over the break
    }

    @Test
    void outsideThemTheHoursOfThatDayAreNamed() {
        String hours = "Outside opening hours: Thursday 7:00 AM – 12:00 PM, 12:45 PM – 7:00 PM.";
        assertThat(said("2027-03-11T06:59", 60)).containsExactly(hours);
        assertThat(said("2027-03-11T18:01", 60)).containsExactly(hours);
        assertThat(said("2027-03-11T12:00", 15)).containsExactly(hours); // in the break
        assertThat(said("2027-03-11T03:00", 60)).containsExactly(hours);
        assertThat(said("2027-03-11T19:00", 60)).containsExactly(hours);
        assertThat(said("2027-03-14T10:00", 60)).containsExactly("Closed on Sundays.");
    }

    @Test
    void aVisitOverMidnightNeedsSomebodyAtMidnight() {
        assertThat(said("2027-03-11T18:00", 14 * 60)).hasSize(1).allMatch(said -> said.contains("Thursday"));
        assertThat(kinds(ALWAYS, "2027-03-11T22:00", 4 * 60)).isEmpty();
        assertThat(kinds(ALWAYS, "2027-03-11T22:00", 2 * 60)).isEmpty(); // to midnight
        assertThat(kinds(ALWAYS, "2027-03-14T00:00", 24 * 60)).isEmpty();
    }

    /** Nobody expects an installation of three days to go on at night. */
    @Test
    void aVisitOfDaysIsLookedAtWhereItBeginsAndEnds() {
        assertThat(said("2027-03-10T10:00", 2 * 24 * 60 + 60)).isEmpty();
        assertThat(said("2027-03-12T10:00", 2 * 24 * 60)).containsExactly("Closed on Sundays.");
    }

    @Test
    void aHolidayIsNamed() {
        assertThat(said("2027-12-25T10:00", 60)).containsExactly("Saturday, December 25 is Christmas.");
        assertThat(said("2027-06-30T10:00", 60)).containsExactly("Wednesday, June 30 is Picnic.");
        assertThat(kinds(WORKING, "2028-06-30T10:00", 60)).containsExactly(VisitWarning.Kind.FarAhead);
        assertThat(said("2027-12-23T10:00", 3 * 24 * 60)).first().isEqualTo("Saturday, December 25 is Christmas.");
    }

    /** What ends at midnight does not touch the day after, by the company's clocks: in UTC it is five hours later. */
    @Test
    void aHolidayBeginsAndEndsAtTheCompanysMidnight() {
        WorkingTime working = working("All day", "All day", day("Christmas", "2020-12-25", true));
        assertThat(kinds(working, "2027-12-24T22:00", 120)).isEmpty();
        assertThat(kinds(working, "2027-12-24T22:00", 121)).containsExactly(VisitWarning.Kind.OnHoliday);
        assertThat(kinds(working, "2027-12-25T23:00", 60)).containsExactly(VisitWarning.Kind.OnHoliday);
        assertThat(kinds(working, "2027-12-26T00:00", 60)).isEmpty();
    }

    @Test
    void aLeapDayComesInLeapYears() {
        WorkingTime working = working("All day", "All day", day("Leap day", "2024-02-29", true));
        assertThat(kinds(working, "2028-02-29T10:00", 60)).contains(VisitWarning.Kind.OnHoliday);
        assertThat(kinds(working, "2028-02-28T10:00", 60)).doesNotContain(VisitWarning.Kind.OnHoliday);
    }

    @Test
    void thePastAndTheFarFutureAreSaid() {
        assertThat(said("2027-03-10T09:59", 60)).containsExactly("This time is in the past.");
        assertThat(said("2028-03-10T10:00", 60)).isEmpty();
        assertThat(said("2028-03-10T10:01", 60)).containsExactly("Friday, March 10, 2028 is more than a year ahead.");
        assertThat(kinds(WORKING, "2026-12-25T03:00", 60))
                .containsExactly(VisitWarning.Kind.InThePast, VisitWarning.Kind.OnHoliday);
    }

    /** Hours are what the clocks show, also on a day that has 23 or 25 of them. */
    @Test
    void clocksThatChangeMoveTheHoursWithThem() {
        WorkingTime night = working("All day", "12 am - 3 am");
        assertThat(kinds(night, "2027-03-14T01:00", 60)).isEmpty(); // until 3 by the clocks, which skip 2
        assertThat(kinds(night, "2027-03-14T01:00", 61)).containsExactly(VisitWarning.Kind.OutsideOpeningHours);
        assertThat(kinds(night, "2027-11-07T01:00", 180)).isEmpty(); // 1 comes twice
        assertThat(kinds(night, "2027-11-07T01:00", 181)).containsExactly(VisitWarning.Kind.OutsideOpeningHours);
        assertThat(kinds(ALWAYS, "2027-03-13T23:00", 24 * 60)).isEmpty();
    }

    @Test
    void programsReadAWordForEachKind() {
        assertThat(Stream.of(VisitWarning.Kind.values()).map(VisitWarning.Kind::code))
                .containsExactly("in-the-past", "far-ahead", "on-holiday", "outside-opening-hours");
    }

    private static List<String> said(String start, int minutes) {
        return warnings(WORKING, start, minutes).stream()
                .map(VisitWarning::sentence)
                .toList();
    }

    private static List<VisitWarning.Kind> kinds(WorkingTime working, String start, int minutes) {
        return warnings(working, start, minutes).stream()
                .map(VisitWarning::kind)
                .toList();
    }

    private static List<VisitWarning> warnings(WorkingTime working, String start, int minutes) {
        Instant from = at(start);
        return VisitWarnings.of(working, from, from.plus(Duration.ofMinutes(minutes)), NOW);
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(ZONE).toInstant();
    }

    private static Holiday day(String name, String day, boolean yearly) {
        return new Holiday(1, new Holiday.Details(name, LocalDate.parse(day), yearly), true, NOW, NOW);
    }

    private static WorkingTime working(String week, String sunday, Holiday... holidays) {
        return new WorkingTime(
                ZONE,
                Stream.of(DayOfWeek.values())
                        .flatMap(day ->
                                Objects.requireNonNull(OpeningText.read(day, day == DayOfWeek.SUNDAY ? sunday : week))
                                        .stream())
                        .toList(),
                List.of(holidays));
    }
}

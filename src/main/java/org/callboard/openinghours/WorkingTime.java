package org.callboard.openinghours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** When a company works: which spans of each weekday, and not on which days. */
public record WorkingTime(ZoneId zone, List<OpeningSpan> spans, List<Holiday> holidays) {

    /** How far ahead the next opening is looked for. */
    private static final int DAYS_AHEAD = 31;

    /** The spans of a weekday in their order; none where it is closed. */
    List<OpeningSpan> of(DayOfWeek day) {
        return spans.stream().filter(span -> span.weekday() == day).toList();
    }

    /**
     * The first holiday that a visit touches, and which day that is. One that ends at midnight does not touch the day
     * after.
     */
    Optional<DayOff> holiday(Instant start, Instant end) {
        LocalDate last = local(end.minusMillis(1)).toLocalDate();
        return local(start)
                .toLocalDate()
                .datesUntil(last.plusDays(1))
                .flatMap(day -> holidays.stream()
                        .filter(holiday -> holiday.isOn(day))
                        .map(holiday -> new DayOff(holiday.name(), day))
                        .limit(1))
                .findFirst();
    }

    /** A day on which nobody works. */
    record DayOff(String name, LocalDate day) {}

    /**
     * The day on which a visit is outside the opening hours: it begins or ends when nobody works, or goes over a midnight
     * at which nobody does. Breaks between its ends count as worked through, and so do the nights of what takes more than
     * a day. Nothing where it is within them.
     */
    Optional<DayOfWeek> outside(Instant start, Instant end) {
        LocalDateTime first = local(start);
        LocalDateTime last = local(end);
        boolean midnight = minute(last) == 0;
        LocalDate lastDay = midnight ? last.toLocalDate().minusDays(1) : last.toLocalDate();
        int lastMinute = midnight ? OpeningSpan.MIDNIGHT : minute(last);
        DayOfWeek beginning = first.getDayOfWeek();
        DayOfWeek ending = lastDay.getDayOfWeek();
        if (of(beginning).stream().noneMatch(span -> span.beginsAt(minute(first)))) {
            return Optional.of(beginning);
        }
        boolean overnight = first.toLocalDate().isBefore(lastDay)
                && Duration.between(first, last).toHours() < 24;
        boolean worked = !overnight
                || of(beginning).stream().anyMatch(span -> span.endsAt(OpeningSpan.MIDNIGHT))
                        && of(ending).stream().anyMatch(span -> span.beginsAt(0));
        if (!worked) {
            return Optional.of(beginning);
        }
        return of(ending).stream().anyMatch(span -> span.endsAt(lastMinute)) ? Optional.empty() : Optional.of(ending);
    }

    /** When the company opens next after a time; a week later where it opens on no day of the next ones. */
    public Instant nextOpening(Instant after) {
        LocalDate today = local(after).toLocalDate();
        return today.datesUntil(today.plusDays(DAYS_AHEAD))
                .filter(day -> holidays.stream().noneMatch(holiday -> holiday.isOn(day)))
                .flatMap(day -> of(day.getDayOfWeek()).stream()
                        .map(span -> day.atStartOfDay()
                                .plusMinutes(span.fromMinute())
                                .atZone(zone)
                                .toInstant()))
                .filter(opening -> opening.isAfter(after))
                .findFirst()
                .orElse(after.plus(Duration.ofDays(7)));
    }

    LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, zone);
    }

    private static int minute(LocalDateTime time) {
        return time.getHour() * 60 + time.getMinute();
    }
}

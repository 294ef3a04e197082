package org.callboard.openinghours;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.callboard.openinghours.VisitWarning.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What is unusual about the time of a visit: in the past, far ahead, on a holiday, or when nobody works. */
@Service
public class VisitWarnings {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);
    private static final DateTimeFormatter DAY_OF_A_YEAR = DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy", Locale.US);

    private final OpeningHours hours;
    private final Clock clock;

    VisitWarnings(OpeningHours hours, Clock clock) {
        this.hours = hours;
        this.clock = clock;
    }

    /** All that is to be said of a visit from {@code start} to {@code end}, which is later; none where it is usual. */
    public List<VisitWarning> of(long tenant, Instant start, Instant end) {
        return of(tenant).apply(start, end);
    }

    /** The same for several visits: when the company works is read once. */
    public BiFunction<Instant, Instant, List<VisitWarning>> of(long tenant) {
        WorkingTime working = hours.workingTime(tenant);
        Instant now = clock.instant();
        return (start, end) -> of(working, start, end, now);
    }

    /** The first of so many full hours at which a visit is usual; null where none is. */
    public @Nullable LocalDateTime usual(long tenant, LocalDateTime from, Duration length, int hoursAhead) {
        WorkingTime working = hours.workingTime(tenant);
        Instant now = clock.instant();
        return Stream.iterate(from, hour -> hour.plusHours(1))
                .limit(hoursAhead)
                .filter(hour -> working.zone().getRules().getValidOffsets(hour).size() == 1)
                .filter(hour -> {
                    Instant start = hour.atZone(working.zone()).toInstant();
                    return of(working, start, start.plus(length), now).isEmpty();
                })
                .findFirst()
                .orElse(null);
    }

    /** The same by what holds then. A holiday is said alone: the hours of such a day mean nothing. */
    static List<VisitWarning> of(WorkingTime working, Instant start, Instant end, Instant now) {
        List<VisitWarning> warnings = new ArrayList<>();
        LocalDateTime at = working.local(start);
        if (start.isBefore(now.truncatedTo(ChronoUnit.MINUTES))) { // forms know no seconds
            warnings.add(new VisitWarning(Kind.InThePast, "This time is in the past."));
        }
        if (at.isAfter(working.local(now).plusYears(1))) {
            warnings.add(new VisitWarning(Kind.FarAhead, DAY_OF_A_YEAR.format(at) + " is more than a year ahead."));
        }
        Optional<WorkingTime.DayOff> holiday = working.holiday(start, end);
        if (holiday.isPresent()) {
            warnings.add(new VisitWarning(
                    Kind.OnHoliday,
                    DAY.format(holiday.get().day()) + " is " + holiday.get().name() + "."));
        } else {
            working.outside(start, end)
                    .ifPresent(day -> warnings.add(new VisitWarning(Kind.OutsideOpeningHours, hours(working, day))));
        }
        return warnings;
    }

    private static String hours(WorkingTime working, DayOfWeek day) {
        List<OpeningSpan> spans = working.of(day);
        return spans.isEmpty()
                ? "Closed on " + OpeningHours.name(day) + "s."
                : "Outside opening hours: " + OpeningHours.name(day) + " " + OpeningText.write(spans) + ".";
    }
}

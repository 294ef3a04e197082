package org.callboard.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes instants as the people of one company read them, in their time zone. For templates. */
public record When(ZoneId zone, Instant now) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

    private static final String TODAY = "Today";
    private static final String TOMORROW = "Tomorrow";
    private static final String YESTERDAY = "Yesterday";
    private static final List<String> RELATIVE = List.of(TODAY, TOMORROW, YESTERDAY);

    /** Such as {@code Today, 2:30 PM}; empty for null. */
    public String time(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        ZonedDateTime then = instant.atZone(zone);
        return day(then.toLocalDate()) + ", " + TIME.format(then);
    }

    /** The same within a sentence, such as {@code today, 2:30 PM}. */
    public String timeWithin(@Nullable Instant instant) {
        return within(time(instant));
    }

    /** The time of day alone, such as {@code 2:30 PM}; empty for null. */
    public String clock(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(instant.atZone(zone));
    }

    /** The day alone, such as {@code Yesterday} or {@code Mon, Jul 6}. */
    public String day(Instant instant) {
        return day(LocalDate.ofInstant(instant, zone));
    }

    /** The same within a sentence, such as {@code yesterday} or {@code Mon, Jul 6}. */
    public String dayWithin(Instant instant) {
        return within(day(instant));
    }

    /** What begins with a day, within a sentence. */
    public static String within(String said) {
        boolean relative = RELATIVE.stream().anyMatch(said::startsWith);
        return relative ? said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1) : said;
    }

    private String day(LocalDate date) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (date.equals(today)) {
            return TODAY;
        } else if (date.equals(today.plusDays(1))) {
            return TOMORROW;
        } else if (date.equals(today.minusDays(1))) {
            return YESTERDAY;
        }
        boolean near = Math.abs(date.toEpochDay() - today.toEpochDay()) < 180;
        return (near ? DAY : YEAR).format(date);
    }
}

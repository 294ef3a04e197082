package org.callboard.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes instants as the people of one company read them, in their time zone. For templates. */
public record When(ZoneId zone, Instant now) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

    /** Such as {@code Today, 2:30 PM}; empty for null. */
    public String time(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        ZonedDateTime then = instant.atZone(zone);
        return day(then.toLocalDate()) + ", " + TIME.format(then);
    }

    /** The time of day alone, such as {@code 2:30 PM}; empty for null. */
    public String clock(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(instant.atZone(zone));
    }

    /** The day alone, such as {@code Yesterday} or {@code Mon, Jul 6}. */
    public String day(Instant instant) {
        return day(LocalDate.ofInstant(instant, zone));
    }

    private String day(LocalDate date) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (date.equals(today)) {
            return "Today";
        } else if (date.equals(today.plusDays(1))) {
            return "Tomorrow";
        } else if (date.equals(today.minusDays(1))) {
            return "Yesterday";
        }
        boolean near = Math.abs(date.toEpochDay() - today.toEpochDay()) < 180;
        return (near ? DAY : YEAR).format(date);
    }
}

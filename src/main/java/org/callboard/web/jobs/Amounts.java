package org.callboard.web.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.callboard.jobs.VisitTime;
import org.callboard.web.When;

/** How long and how much, in words. */
final class Amounts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);

    private Amounts() {}

    /** {@code 1 hour}, {@code 3 hours}. */
    static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Such as {@code 90 minutes}, {@code 2 hours} or {@code 2 hours 15 minutes}. */
    static String length(Duration length) {
        long minutes = length.toMinutes();
        if (minutes < 120 && minutes != 60) {
            return minutes + " minutes";
        }
        String hours = count((int) (minutes / 60), "hour");
        return minutes % 60 == 0 ? hours : hours + " " + minutes % 60 + " minutes";
    }

    /** When a visit is, such as {@code Today, 9:00 AM – 11:00 AM}. */
    static String visit(VisitTime time, When when) {
        LocalDate day = LocalDate.ofInstant(time.startOn(), when.zone());
        return when.day(time.startOn()) + ", " + hours(time.startOn(), time.endOn(), day, when.zone());
    }

    /** Two times of a day, such as {@code 9:00 AM – 11:00 AM}; what is on another day says which. */
    static String hours(Instant start, Instant end, LocalDate date, ZoneId zone) {
        return time(start.atZone(zone), date) + " – " + time(end.atZone(zone), date);
    }

    private static String time(ZonedDateTime time, LocalDate date) {
        return (time.toLocalDate().equals(date) ? "" : DAY.format(time) + ", ") + TIME.format(time);
    }
}

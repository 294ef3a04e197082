package org.callboard.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.callboard.database.Rows;
import org.callboard.jobs.VisitTime;
import org.jspecify.annotations.Nullable;

/**
 * When a customer is told to expect somebody: within the arrival window, or at the start where there is none. How long the
 * work takes is not told.
 */
record ToldTime(Instant from, @Nullable Instant until) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    static ToldTime of(VisitTime time) {
        Instant from = time.arrivalWindowStart();
        Instant until = time.arrivalWindowEnd();
        return from == null || until == null ? new ToldTime(time.startOn(), null) : new ToldTime(from, until);
    }

    /** Reads the columns that begin with a word; null where there is no time. */
    static @Nullable ToldTime read(ResultSet row, String word) throws SQLException {
        Instant from = Rows.instantOrNull(row, word + "_from");
        return from == null ? null : new ToldTime(from, Rows.instantOrNull(row, word + "_until"));
    }

    /** When the window ends; the start where there is none. */
    Instant end() {
        return until == null ? from : until;
    }

    /** The day, such as {@code Tuesday, December 1, 2026}. */
    String date(ZoneId zone) {
        return DAY.format(from.atZone(zone));
    }

    /** Such as {@code between 9:00 AM and 11:00 AM}, or {@code at 9:00 AM}. */
    String window(ZoneId zone) {
        ZonedDateTime first = from.atZone(zone);
        if (until == null) {
            return "at " + TIME.format(first);
        }
        ZonedDateTime last = until.atZone(zone);
        String day = last.toLocalDate().equals(first.toLocalDate()) ? "" : DAY.format(last) + ", ";
        return "between " + TIME.format(first) + " and " + day + TIME.format(last);
    }
}

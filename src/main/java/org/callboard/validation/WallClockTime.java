package org.callboard.validation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time as the clocks of one place show it. Where they are put forward some times never come, and where they are put
 * back some come twice, so it is not always one moment.
 */
public record WallClockTime(LocalDateTime time, ZoneId zone) {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    /** What somebody typed, such as {@code 2027-03-31T14:30}; null for nothing, and where something else is noted. */
    public static @Nullable LocalDateTime read(@Nullable String text, String field, FieldErrors errors) {
        if (text == null || !VisibleText.in(text)) {
            return null;
        }
        try {
            LocalDateTime time = LocalDateTime.parse(VisibleText.strip(text));
            if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        errors.add(field, "A date and time is expected.");
        return null;
    }

    /** Notes under the field's name that the clocks skip this time, where they do; says whether it is a time at all. */
    public boolean check(String field, FieldErrors errors) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        if (change == null || !change.isGap()) {
            return true;
        }
        errors.add(
                field,
                "The clocks skip this time: they go from " + HOUR.format(change.getDateTimeBefore()) + " to "
                        + HOUR.format(change.getDateTimeAfter()) + ". Choose another.");
        return false;
    }

    /** Whether the clocks show this time twice. */
    public boolean comesTwice() {
        return zone.getRules().getValidOffsets(time).size() > 1;
    }

    /** The moment, and of two the first. A time that {@link #check} refuses moves on by as much as the clocks skip. */
    public Instant first() {
        return time.atZone(zone).toInstant();
    }

    /** The moment, and of two the second. */
    public Instant last() {
        return time.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }
}

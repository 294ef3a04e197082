package org.callboard.jobs;

import java.time.Duration;
import java.time.Instant;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.Times;
import org.jspecify.annotations.Nullable;

/**
 * When an appointment is: the time that it takes of a technician's day, and the window in which the customer was told to
 * expect somebody.
 */
public record VisitTime(
        Instant startOn,
        Instant endOn,
        @Nullable Instant arrivalWindowStart,
        @Nullable Instant arrivalWindowEnd) {

    /** No appointment takes longer: whoever looks for what overlaps need not look further back. */
    public static final Duration LONGEST = Duration.ofDays(14);

    /** As forms take them; programs may book shorter ones. */
    public static final Duration SHORTEST = Duration.ofMinutes(15);

    private static final String TOO_LATE = "A date between the years 1900 and 9999 is expected.";

    public static VisitTime of(Instant start, Instant end) {
        return new VisitTime(start, end, null, null);
    }

    /**
     * Notes under the names on the wire what can't be.
     *
     * @param path where the appointment stands in the request, such as {@code appointments[0].}
     */
    public void check(String path, FieldErrors errors) {
        errors.addIf(!endOn.isAfter(startOn), path + "end", "The end must be after the start.")
                .addIf(isTooLate(endOn), path + "end", TOO_LATE)
                .addIf(isTooLate(arrivalWindowEnd), path + "arrivalWindowEnd", TOO_LATE)
                .addIf(
                        Duration.between(startOn, endOn).compareTo(LONGEST) > 0,
                        path + "end",
                        "An appointment may take 14 days at most.")
                .addIf(
                        arrivalWindowStart != null
                                && arrivalWindowEnd != null
                                && !arrivalWindowEnd.isAfter(arrivalWindowStart),
                        path + "arrivalWindowEnd",
                        "The end of the arrival window must be after its start.");
    }

    /** As one that was not sent may be, since it moves with the start. */
    private static boolean isTooLate(@Nullable Instant time) {
        return time != null && time.isAfter(Times.LATEST);
    }

    /** Whether it has not begun yet. */
    public boolean isAhead(Instant now) {
        return startOn.isAfter(now);
    }
}

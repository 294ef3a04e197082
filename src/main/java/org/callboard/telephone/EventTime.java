package org.callboard.telephone;

import java.time.Duration;
import java.time.Instant;

/** When something happened, as a system says it. */
final class EventTime {

    /** What is told late is believed for a day; a clock may be ahead by two minutes. */
    private static final Duration LATE = Duration.ofHours(24);

    private static final Duration AHEAD = Duration.ofMinutes(2);

    private EventTime() {}

    static boolean isBelievable(Instant at, Instant now) {
        return !at.isBefore(now.minus(LATE)) && !at.isAfter(now.plus(AHEAD));
    }

    /** The time, or now where nobody can believe it. */
    static Instant believed(Instant at, Instant now) {
        return isBelievable(at, now) ? at : now;
    }
}

package org.callboard.web;

import java.time.Instant;
import org.callboard.jobs.OpenJob;
import org.jspecify.annotations.Nullable;

/** Says when somebody comes for an open job, within a sentence, to whoever talks with the customer. */
public final class VisitWords {

    private VisitWords() {}

    /** Such as {@code today, 2:30 PM}, {@code was due yesterday, 2:30 PM} or {@code on hold}; null for no visit. */
    public static @Nullable String of(OpenJob job, When when) {
        return job.underWay() ? "under way" : job.onHold() ? "on hold" : time(job, when);
    }

    /** The time alone, up to the end of the window that the customer knows; null also on hold, where it says nothing. */
    public static @Nullable String time(OpenJob job, When when) {
        if (job.startOn() == null || job.onHold()) {
            return null;
        }
        Instant from = job.windowStart();
        String time = from == null || job.windowEnd() == null
                ? when.timeWithin(job.startOn())
                : when.timeWithin(from) + " – " + when.clock(job.windowEnd());
        return job.overdue(when.now()) ? "was due " + time : time;
    }
}

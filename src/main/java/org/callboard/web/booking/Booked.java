package org.callboard.web.booking;

import java.time.Instant;
import java.util.List;
import org.callboard.jobs.Job;
import org.jspecify.annotations.Nullable;

/**
 * A job that was booked, with what belongs to it.
 *
 * @param start when somebody comes first
 * @param leadIds those that it won
 * @param barrier why who looks can't take the booking back; null where they can
 */
public record Booked(
        Job job,
        String customer,
        String place,
        Instant start,
        List<Long> leadIds,
        @Nullable String barrier) {

    /** Where the booking of a job can be undone. */
    public static String undoPath(long job) {
        return "/jobs/" + job + "/undo";
    }

    public String undoPath() {
        return undoPath(job.id());
    }

    /** Whether who looks may take the booking back. */
    public boolean undoable() {
        return barrier == null;
    }
}

package org.callboard.desk;

import java.time.Instant;
import org.callboard.bookings.BookingStatus;
import org.callboard.database.RecordShape;
import org.callboard.jobs.Priority;
import org.jspecify.annotations.Nullable;

/**
 * One inquiry in the queue of the Calls screen.
 *
 * @param rank 0 for urgent ones, 1 for those that want somebody today, 2 for all others; lower comes first
 * @param doNotService whether a number or an e-mail address of the inquiry is that of a customer who is marked so
 * @param version grows with every change, so that an older picture of the row never replaces a newer one
 */
public record QueueRow(
        long id,
        String name,
        String source,
        String provider,
        @Nullable String place,
        String summary,
        @Nullable Priority priority,
        @Nullable Instant start,
        BookingStatus status,
        @Nullable Long claimedBy,
        @Nullable String claimedByName,
        int rank,
        boolean doNotService,
        int version,
        Instant createdOn) {

    QueueRow marked(boolean barred) {
        return RecordShape.with(this, "doNotService", barred);
    }

    public boolean urgent() {
        return rank == 0;
    }

    public boolean today() {
        return rank == 1;
    }
}

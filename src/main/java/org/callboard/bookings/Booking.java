package org.callboard.bookings;

import java.time.Instant;
import org.callboard.http.EntityTag;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry from outside.
 *
 * @param claim who in the office has it; there exactly while the status is Accepted
 * @param version grows with every change
 */
public record Booking(
        long id,
        long bookingProviderId,
        BookingDetails details,
        BookingStatus status,
        @Nullable Claim claim,
        @Nullable Long dismissingReasonId,
        @Nullable String dismissingMemo,
        @Nullable Long jobId,
        int version,
        Instant createdOn,
        Instant modifiedOn) {

    /** Who has it, since when, and until when without a sign of life. */
    public record Claim(long claimedBy, String claimedByName, Instant claimedOn, Instant leaseUntil) {}

    /** The tag of this state. */
    EntityTag tag() {
        return EntityTag.of(version);
    }

    public boolean claimedBy(long userId) {
        return claim != null && claim.claimedBy() == userId;
    }
}

package org.callboard.bookings;

import java.time.Instant;
import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.customers.CustomerType;
import org.callboard.jobs.Priority;
import org.callboard.platform.EntityTag;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry from outside.
 *
 * @param start when the person would like the work done, if they said so
 * @param isFirstTimeClient whether the person says that they are new here; null where nobody asked, or they did not say
 * @param claim who in the office has it; there exactly while the status is Accepted
 * @param version grows with every change
 */
public record Booking(
        long id,
        long bookingProviderId,
        String externalId,
        String source,
        String name,
        @Nullable Address address,
        @Nullable CustomerType customerType,
        @Nullable Instant start,
        String summary,
        @Nullable Long campaignId,
        @Nullable Long businessUnitId,
        @Nullable Long jobTypeId,
        @Nullable Priority priority,
        @Nullable Boolean isFirstTimeClient,
        @Nullable List<String> uploadedImages,
        boolean isSendConfirmationEmail,
        BookingStatus status,
        @Nullable Claim claim,
        @Nullable Long dismissingReasonId,
        @Nullable String dismissingMemo,
        @Nullable Long jobId,
        int version,
        Instant createdOn,
        Instant modifiedOn) {

    /** Who has it, since when, and until when without a sign of life. */
    public record Claim(long userId, String userName, Instant since, Instant until) {}

    /** The tag of this state. */
    EntityTag tag() {
        return EntityTag.of(version);
    }

    public boolean claimedBy(long userId) {
        return claim != null && claim.userId() == userId;
    }
}

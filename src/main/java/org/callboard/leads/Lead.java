package org.callboard.leads;

import java.time.Instant;
import java.util.List;
import org.callboard.http.EntityTag;
import org.jspecify.annotations.Nullable;

/**
 * A chance to book a job that was not booked at once. It has a call reason or a day for the next follow-up, or both.
 *
 * @param jobId what it became; there exactly while the status is Converted
 * @param call the telephone call that it came of
 * @param hold who follows it up just now, as far as they took it from the list; it may be over
 * @param version grows with every change
 */
public record Lead(
        long id,
        LeadStatus status,
        LeadSource captureSource,
        LeadDetails details,
        List<Long> tagTypeIds,
        @Nullable Long dismissingReasonId,
        @Nullable Long jobId,
        @Nullable OfCall call,
        @Nullable Hold hold,
        int version,
        Instant createdOn,
        long createdById,
        Instant modifiedOn) {

    /** Which user has it, and until when without a sign of life. */
    public record Hold(long heldBy, Instant leaseUntil) {}

    /** @param callTold whether a telephone told of the call; else somebody opened it by hand */
    public record OfCall(long callId, boolean callTold) {}

    /** The tag of its state. */
    EntityTag tag() {
        return EntityTag.of(version);
    }

    public boolean open() {
        return status == LeadStatus.Open;
    }

    /** The user who has it at this moment, or null. */
    public @Nullable Long holder(Instant now) {
        return hold != null && hold.leaseUntil().isAfter(now) ? hold.heldBy() : null;
    }
}

package org.callboard.callbacks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A number whose calls reached nobody. A company has one open one for each number.
 *
 * @param number E.164
 * @param missedCount how many calls it counts
 * @param lastCallId the latest of them
 * @param dueOn when to try next
 * @param tries how often somebody tried
 * @param talkedCallId a call with the number that was answered meanwhile, perhaps by a machine; nobody has said yet
 * @param claimedBy the user who has it
 * @param closedBy who closed it; null where nobody did
 */
public record CallBack(
        long id,
        String number,
        CallBackStatus status,
        Instant firstMissedOn,
        Instant lastMissedOn,
        int missedCount,
        long lastCallId,
        Instant dueOn,
        int tries,
        @Nullable Long talkedCallId,
        @Nullable Long claimedBy,
        @Nullable String claimedByName,
        @Nullable Instant claimedOn,
        @Nullable Instant leaseUntil,
        @Nullable Instant closedOn,
        @Nullable Long closedBy,
        @Nullable Long reasonId,
        @Nullable String memo,
        int version,
        Instant createdOn,
        Instant modifiedOn) {

    /**
     * A try to reach somebody.
     *
     * @param callId the call, where a telephone told of it
     * @param createdById the user; 0 where none is known
     */
    public record Try(
            long id,
            TryOutcome outcome,
            @Nullable Long callId,
            @Nullable String memo,
            Instant createdOn,
            long createdById,
            String createdByName) {}

    public boolean isOpen() {
        return status == CallBackStatus.Open;
    }

    public boolean isClaimedBy(long user) {
        return claimedBy != null && claimedBy == user;
    }

    /** Whether somebody has it at this time: a claim whose lease ran out is none. */
    public boolean isHeld(Instant now) {
        return leaseUntil != null && leaseUntil.isAfter(now);
    }
}

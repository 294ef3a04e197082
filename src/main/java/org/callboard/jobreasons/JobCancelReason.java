package org.callboard.jobreasons;

import java.time.Instant;
import org.callboard.settings.Setting;

/**
 * Why a job is canceled.
 *
 * @param bookedByMistake whether it is the one that the undo of a booking gives, which nobody chooses
 */
public record JobCancelReason(
        long id, ReasonName details, boolean active, boolean bookedByMistake, Instant createdOn, Instant modifiedOn)
        implements Setting<ReasonName> {

    /** Whether people and programs may give it for a job that they cancel. */
    public boolean chosen() {
        return active && !bookedByMistake;
    }
}

package org.callboard.notices;

import org.callboard.mail.Channel;
import org.callboard.mail.MessageState;
import org.jspecify.annotations.Nullable;

/**
 * The last message about an appointment on one way.
 *
 * @param was what the customer knew before it; null where they knew nothing
 * @param is what it tells; null for a cancellation
 */
record Told(
        long messageId,
        long appointmentId,
        Channel channel,
        MessageState state,
        @Nullable ToldTime was,
        @Nullable ToldTime is) {

    /** Whether it can still be taken back. */
    boolean waits() {
        return state == MessageState.Queued;
    }

    /** Whether the customer still knows what they knew before it. */
    boolean isUnsaid() {
        return waits() || state == MessageState.Withdrawn;
    }
}

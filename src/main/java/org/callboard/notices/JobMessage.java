package org.callboard.notices;

import java.time.Instant;
import org.callboard.mail.Channel;
import org.callboard.mail.MessageState;
import org.jspecify.annotations.Nullable;

/**
 * A message to a customer about a job, and what became of it.
 *
 * @param recipient an e-mail address, or a number as E.164
 * @param subject empty for a text
 * @param reason why it is in its state
 * @param nextAttemptOn when it goes, while it waits
 * @param modifiedOn when it came into its state
 */
public record JobMessage(
        long id,
        long jobId,
        long appointmentId,
        NoticeKind kind,
        Channel channel,
        MessageState state,
        String recipient,
        String subject,
        String body,
        @Nullable String reason,
        @Nullable Instant nextAttemptOn,
        @Nullable Instant expiresOn,
        Instant modifiedOn) {

    /** Whether it can be sent again, and what it tells of is still to come. */
    public boolean repeatable(Instant now) {
        return state.repeatable() && (expiresOn == null || now.isBefore(expiresOn));
    }
}

package org.callboard.mail;

import java.time.Instant;
import org.callboard.database.RecordShape;
import org.jspecify.annotations.Nullable;

/**
 * A stored message with all that is sent of it.
 *
 * @param messageId the same for every attempt, so that a repeated one can be told
 * @param reason why it is in its state, in the other side's words or ours
 * @param giveUpOn after that it is not tried again by itself
 * @param nextAttemptOn when it is tried again, while it waits
 * @param expiresOn from then on it tells of nothing that is to come; null where that does not happen
 */
public record Message(
        long id,
        Channel channel,
        Purpose purpose,
        MessageDraft.@Nullable About about,
        boolean toCustomer,
        String to,
        @Nullable String toName,
        String senderName,
        @Nullable String replyTo,
        String subject,
        String body,
        String messageId,
        MessageState state,
        @Nullable String reason,
        int attempts,
        Instant giveUpOn,
        @Nullable Instant nextAttemptOn,
        @Nullable Instant expiresOn,
        Instant createdOn) {

    /** One try: when it began and ended, and what the other side said. Without an end it runs, or its program died. */
    public record Attempt(
            int number,
            Instant startedOn,
            @Nullable Instant endedOn,
            @Nullable String answer) {}

    /** Whether what it tells of is over. */
    boolean isOver(Instant now) {
        return expiresOn != null && !now.isBefore(expiresOn);
    }

    Message withBody(String other) {
        return RecordShape.with(this, "body", other);
    }

    @Override
    public String toString() {
        return "Message[" + id + ", " + state + "]";
    }
}

package org.callboard.mail;

import java.time.Instant;
import org.callboard.changes.EntityKind;
import org.jspecify.annotations.Nullable;

/**
 * A message that is to be said.
 *
 * @param onceKey what is said once in a company, however often it is asked for, such as {@code confirmation:1058}
 * @param about the record whose history tells what became of it; null for none
 * @param toCustomer whether the wishes of customers, such as do-not-mail, count for it
 * @param to an e-mail address, or a number as E.164
 * @param subject of a mail; empty for a text
 * @param body plain text; a mail has it as simple HTML too
 * @param timing null: at once, and for as long as it is tried
 * @param secret null for none; what stands in place of {@link #SECRET} for the recipient alone; who reads the outbox does not see it
 */
public record MessageDraft(
        Channel channel,
        Purpose purpose,
        String onceKey,
        @Nullable About about,
        boolean toCustomer,
        String to,
        @Nullable String toName,
        String subject,
        String body,
        @Nullable Timing timing,
        @Nullable String secret) {

    /** Stands in a body where the secret is. */
    public static final String SECRET = "[This stands in the mail alone.]";

    /**
     * When a message may go.
     *
     * @param from until then it can be withdrawn for certain
     * @param until from then on it tells of nothing that is to come, and does not go any more
     */
    public record Timing(Instant from, Instant until) {}

    /** One that goes at once. */
    public MessageDraft(
            Channel channel,
            Purpose purpose,
            String onceKey,
            @Nullable About about,
            boolean toCustomer,
            String to,
            @Nullable String toName,
            String subject,
            String body,
            @Nullable String secret) {
        this(channel, purpose, onceKey, about, toCustomer, to, toName, subject, body, null, secret);
    }

    /** A record that a message is about. */
    public record About(EntityKind kind, long id) {}

    @Override
    public String toString() {
        return "MessageDraft[" + onceKey + "]";
    }
}

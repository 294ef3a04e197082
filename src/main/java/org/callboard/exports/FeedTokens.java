package org.callboard.exports;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.callboard.changes.ChangeFeed.Position;
import org.callboard.changes.EntityKind;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.RefusalCode;
import org.callboard.secrets.Secrets;
import org.springframework.stereotype.Component;

/**
 * The {@code continueFrom} of the export feeds: a position, sealed for one company and one feed under the installation's
 * key. It says nothing to its holder, can't be made up, and never expires.
 */
@Component
class FeedTokens {

    private static final byte WITHOUT_MARK = 1;
    private static final byte VERSION = 2;
    private static final int LENGTH = 1 + Integer.BYTES + 5 * Long.BYTES;
    private static final int SEAL = 12;
    private static final UUID NO_MARK = new UUID(0, 0);
    private static final String WRONG = "This is neither a date nor a continueFrom of this feed.";

    private final Secrets secrets;

    FeedTokens(Secrets secrets) {
        this.secrets = secrets;
    }

    String write(long tenant, EntityKind kind, Position position) {
        UUID mark = Objects.requireNonNullElse(position.mark(), NO_MARK);
        byte[] content = ByteBuffer.allocate(LENGTH)
                .put(VERSION)
                .putInt(position.epoch())
                .putLong(mark.getMostSignificantBits())
                .putLong(mark.getLeastSignificantBits())
                .putLong(position.transaction())
                .putLong(position.sequence())
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, position.since()))
                .array();
        return seal(tenant, kind, content);
    }

    String seal(long tenant, EntityKind kind, byte[] content) {
        byte[] token = Arrays.copyOf(content, content.length + SEAL);
        System.arraycopy(hash(tenant, kind, content), 0, token, content.length, SEAL);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Throws an Invalid that names {@code from} for what is no token, or one of another feed or company. */
    Position read(long tenant, EntityKind kind, String text) {
        try {
            byte[] token = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
            int length = Math.max(0, token.length - SEAL);
            byte[] content = Arrays.copyOf(token, length);
            byte[] sealed = Arrays.copyOfRange(token, length, token.length);
            if (!MessageDigest.isEqual(sealed, hash(tenant, kind, content))) {
                throw new Invalid("from", WRONG);
            }
            ByteBuffer values = ByteBuffer.wrap(content);
            byte version = values.get();
            if (version != VERSION && version != WITHOUT_MARK) {
                throw new Invalid("from", WRONG);
            }
            return new Position(
                    values.getInt(),
                    version == WITHOUT_MARK ? null : new UUID(values.getLong(), values.getLong()),
                    values.getLong(),
                    values.getLong(),
                    Instant.EPOCH.plus(values.getLong(), ChronoUnit.MICROS));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new Invalid("from", WRONG);
        }
    }

    /** The Invalid for a token of a state that is lost: its reader has to start again. */
    static Invalid restored() {
        return new Invalid(
                RefusalCode.FEED_RESTORED,
                "from",
                "The database was put back to an earlier state than the one of this token. Read everything again, without"
                        + " from; what does not come any more is gone.");
    }

    private byte[] hash(long tenant, EntityKind kind, byte[] content) {
        String sealed =
                "feed|" + tenant + "|" + kind.word() + "|" + Base64.getEncoder().encodeToString(content);
        return Arrays.copyOf(secrets.hash(sealed), SEAL);
    }
}

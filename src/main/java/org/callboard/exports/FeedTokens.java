package org.callboard.exports;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import org.callboard.platform.ApiProblem;
import org.callboard.platform.ChangeFeed.Position;
import org.callboard.tenants.Secrets;
import org.springframework.stereotype.Component;

/**
 * The {@code continueFrom} of the export feeds: a position, sealed for one company and one feed under the installation's
 * key. It says nothing to its holder, can't be made up, and never expires.
 */
@Component
class FeedTokens {

    private static final byte VERSION = 1;
    private static final int LENGTH = 1 + Integer.BYTES + 3 * Long.BYTES;
    private static final int SEAL = 12;
    private static final String WRONG = "This is neither a date nor a continueFrom of this feed.";

    private final Secrets secrets;

    FeedTokens(Secrets secrets) {
        this.secrets = secrets;
    }

    String write(long tenant, String kind, Position position) {
        byte[] content = ByteBuffer.allocate(LENGTH)
                .put(VERSION)
                .putInt(position.epoch())
                .putLong(position.transaction())
                .putLong(position.sequence())
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, position.since()))
                .array();
        byte[] token = Arrays.copyOf(content, LENGTH + SEAL);
        System.arraycopy(seal(tenant, kind, content), 0, token, LENGTH, SEAL);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Throws a 400 that names {@code from} for what is no token, or one of another feed or company. */
    Position read(long tenant, String kind, String text) {
        try {
            byte[] token = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
            byte[] content = Arrays.copyOf(token, LENGTH);
            byte[] sealed = Arrays.copyOfRange(token, Math.min(LENGTH, token.length), token.length);
            if (token.length != LENGTH + SEAL || !MessageDigest.isEqual(sealed, seal(tenant, kind, content))) {
                throw ApiProblem.invalid("from", WRONG);
            }
            ByteBuffer values = ByteBuffer.wrap(content);
            if (values.get() != VERSION) {
                throw ApiProblem.invalid("from", WRONG);
            }
            return new Position(
                    values.getInt(),
                    values.getLong(),
                    values.getLong(),
                    Instant.EPOCH.plus(values.getLong(), ChronoUnit.MICROS));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw ApiProblem.invalid("from", WRONG);
        }
    }

    private byte[] seal(long tenant, String kind, byte[] content) {
        String sealed =
                "feed|" + tenant + "|" + kind + "|" + Base64.getEncoder().encodeToString(content);
        return Arrays.copyOf(secrets.hash(sealed), SEAL);
    }
}

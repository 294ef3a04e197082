package org.callboard.contacts;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Ids that sort by when they were made: UUID version 7 (RFC 9562), its first random bits being fractions of the millisecond. */
final class Guids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Guids() {}

    static UUID at(Instant now) {
        long fraction = now.getNano() % 1_000_000L * 4096 / 1_000_000L;
        long high = now.toEpochMilli() << 16 | 0x7000L | fraction;
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}

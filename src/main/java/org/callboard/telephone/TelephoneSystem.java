package org.callboard.telephone;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A telephone system that tells of a company's calls.
 *
 * @param connectionId the connection by which a program tells; null for Twilio
 * @param token the end of the address at which Twilio tells; null for a program
 * @param accountSid Twilio's name of the account; null for a program
 * @param hasFormerToken whether what is signed with the auth token before this one is taken too
 * @param hasSharedKey whether one is kept by which Twilio may sign instead
 * @param heardOn when it told something last, to the minute; null where it never did
 */
public record TelephoneSystem(
        long id,
        Kind kind,
        String name,
        @Nullable Long connectionId,
        @Nullable String token,
        @Nullable String accountSid,
        boolean hasFormerToken,
        boolean hasSharedKey,
        @Nullable Instant heardOn,
        int version,
        Instant createdOn,
        Instant modifiedOn) {

    /** How it tells; the constants are the stored words. */
    public enum Kind {
        /** Through a connection of the API. */
        Api,
        /** By Twilio's own requests to an address of its own. */
        Twilio
    }

    /** The path of the address at which Twilio tells; null for a program. */
    public @Nullable String path() {
        return token == null ? null : TelephoneSecurity.TWILIO + token;
    }
}

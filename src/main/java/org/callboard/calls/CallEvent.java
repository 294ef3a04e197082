package org.callboard.calls;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a telephone system tells of a call. It may be told in any order, twice, and long after it happened.
 *
 * @param systemId who tells it
 * @param externalId the system's id of the whole call
 * @param leg the telephone that it is about; null for the call itself
 * @param direction null where it is not told
 * @param from the numbers as the system has them; empty where one is withheld, null where it is not told
 * @param reason the system's word for why it ended
 * @param at when it happened, to the millisecond
 * @param url where a recording is, with https
 */
public record CallEvent(
        long systemId,
        String externalId,
        Kind kind,
        @Nullable String leg,
        @Nullable CallDirection direction,
        @Nullable String from,
        @Nullable String to,
        @Nullable String callerName,
        @Nullable Agent agent,
        @Nullable String reason,
        Instant at,
        @Nullable String url) {

    public CallEvent {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Who called whom; where it is not told, they called us. */
    CallDirection assumed() {
        return direction == null ? CallDirection.Inbound : direction;
    }

    /** As the other party's number was told; null where it is not. */
    @Nullable
    String other() {
        return assumed() == CallDirection.Inbound ? from : to;
    }

    /** What happened; the constants are the wire's own words. */
    public enum Kind {
        ringing,
        answered,
        /** A telephone no longer rings or talks; where no telephone is named, the whole call is over. */
        ended,
        /** The same, and nobody answered. */
        missed,
        recording,
        voicemail;

        /** Whether a telephone, or the call, is over with it. */
        public boolean isEnd() {
            return this == ended || this == missed;
        }

        /** Whether an address comes with it. */
        public boolean hasUrl() {
            return this == recording || this == voicemail;
        }
    }

    /** Who answers, as the system names them; each part may be missing. */
    public record Agent(
            @Nullable String extension,
            @Nullable String telephone,
            @Nullable String email,
            @Nullable String externalId,
            @Nullable String name) {

        /** How people know them, as far as that was told. */
        @Nullable
        String called() {
            if (name != null) {
                return name;
            }
            if (email != null) {
                return email;
            }
            return extension == null ? telephone : extension;
        }
    }
}

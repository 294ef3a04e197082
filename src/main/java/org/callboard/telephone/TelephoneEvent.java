package org.callboard.telephone;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a telephone system sent, as it came.
 *
 * @param body JSON
 * @param refused why it was not taken; null where it was
 * @param failure what went wrong when it was worked on last; null where nothing did
 * @param callId the call of which it tells
 * @param workedOn null while it waits
 */
public record TelephoneEvent(
        long id,
        Instant receivedOn,
        String body,
        @Nullable RefusedFor refused,
        @Nullable String failure,
        @Nullable Long callId,
        @Nullable Instant workedOn) {

    /** Why it was not taken; the constants are the stored words. */
    public enum RefusedFor {
        /** The signature is missing, or made with another key or for another address. */
        Signature,
        /** It is signed, and names another account. */
        Account,
        /** It is no form. */
        Unreadable,
        /** Nobody said what Callboard's own address is, without which no signature can be checked. */
        NoAddress
    }
}

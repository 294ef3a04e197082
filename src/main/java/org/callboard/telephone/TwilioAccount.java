package org.callboard.telephone;

import java.util.List;
import java.util.Optional;
import org.callboard.telephone.TelephoneEvent.RefusedFor;
import org.jspecify.annotations.Nullable;

/**
 * An account of Twilio, with what its signatures are checked by.
 *
 * @param tokens its auth token, and the one before where that is still taken
 * @param sharedKey null where none is kept
 */
record TwilioAccount(
        long tenant,
        long system,
        String sid,
        List<String> tokens,
        @Nullable String sharedKey) {

    /** Why a request is none of this account; empty where it is. */
    Optional<RefusedFor> refuse(
            TwilioRequest sent, List<String> urls, @Nullable String settings, @Nullable String signature) {
        TwilioSignature how = TwilioSignature.of(settings);
        String key = sharedKey;
        List<String> keys = how == TwilioSignature.BY_TOKEN ? tokens : key == null ? List.of() : List.of(key);
        if (how == null || signature == null || !how.isOn(urls, sent.signed(), keys, signature)) {
            return Optional.of(RefusedFor.Signature);
        }
        return sid.equals(sent.get("AccountSid")) ? Optional.empty() : Optional.of(RefusedFor.Account);
    }
}

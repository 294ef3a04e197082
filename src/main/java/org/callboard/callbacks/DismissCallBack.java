package org.callboard.callbacks;

import java.util.List;
import org.callboard.calls.Call;
import org.callboard.calls.CloseCall;
import org.callboard.database.Caller;
import org.callboard.settings.CallReasons;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes the call-back of somebody who is not called back. */
@Service
public class DismissCallBack {

    private final CallBacks callBacks;
    private final CallBackClaims claims;
    private final CloseCallBack close;
    private final CloseCall calls;
    private final CallReasons reasons;

    DismissCallBack(
            CallBacks callBacks, CallBackClaims claims, CloseCallBack close, CloseCall calls, CallReasons reasons) {
        this.callBacks = callBacks;
        this.claims = claims;
        this.close = close;
        this.calls = calls;
        this.reasons = reasons;
    }

    /**
     * Closes it and the calls that it counts for a reason, as the caller, a user. Invalid for a reason that is missing or unknown and for a memo that is
     * too long; NotFound, CALL_BACK_CLOSED, CALL_HELD where somebody else has it,
     * CHANGED_MEANWHILE where they called again in this moment.
     */
    @Transactional
    public CallBack dismiss(long tenant, long id, @Nullable Long reason, @Nullable String memo) {
        FieldErrors errors = new FieldErrors().maxLength("memo", memo, TryCallBack.MAX_MEMO);
        errors.addIf(reason == null, "reason", "Choose a reason.");
        errors.addIf(
                reason != null && reasons.find(tenant, reason).isEmpty(),
                "reason",
                "There is no call reason " + reason + ".");
        errors.throwIfAny();
        List<Call> missed = close.lockMissed(tenant, id, open -> claims.requireFree(callBacks.lockOpen(tenant, open)));
        close.close(tenant, id, CallBackStatus.Dismissed, Caller.current().userId(), reason, VisibleText.orNull(memo));
        missed.forEach(call -> calls.notCalledBack(tenant, call, reason, memo));
        return callBacks.get(tenant, id);
    }
}

package org.callboard.callbacks;

import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody called back and reached nobody. */
@Service
public class TryCallBack {

    /** How long the memo of a try may be. */
    public static final int MAX_MEMO = 2000;

    private final CallBacks callBacks;
    private final CallBackClaims claims;
    private final NextTry nextTry;

    TryCallBack(CallBacks callBacks, CallBackClaims claims, NextTry nextTry) {
        this.callBacks = callBacks;
        this.claims = claims;
        this.nextTry = nextTry;
    }

    /**
     * Notes how it went and lets the call-back rest: 15 minutes, then two hours, then until the company opens again.
     * Invalid without an outcome, with {@link TryOutcome#Reached}, which is {@link ReachCallBack}, and with a memo that is
     * too long; NotFound, CALL_BACK_CLOSED, CALL_HELD where somebody else has it.
     */
    @Transactional
    public CallBack tried(long tenant, long id, @Nullable TryOutcome outcome, @Nullable String memo) {
        FieldErrors errors = new FieldErrors().maxLength("memo", memo, MAX_MEMO);
        errors.addIf(outcome == TryOutcome.Reached, "outcome", "Who was reached is not tried again.");
        errors.addIf(outcome == null, "outcome", "Say how it went.");
        errors.throwIfAny();
        CallBack callBack = claims.requireFree(callBacks.lockOpen(tenant, id));
        if (outcome != null) {
            nextTry.note(tenant, callBack, outcome, null, VisibleText.orNull(memo));
        }
        return callBacks.get(tenant, id);
    }
}

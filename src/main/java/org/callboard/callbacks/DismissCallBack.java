package org.callboard.callbacks;

import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
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
    private final CallBackStore store;
    private final CallReasons reasons;
    private final Changes changes;

    DismissCallBack(
            CallBacks callBacks, CallBackClaims claims, CallBackStore store, CallReasons reasons, Changes changes) {
        this.callBacks = callBacks;
        this.claims = claims;
        this.store = store;
        this.reasons = reasons;
        this.changes = changes;
    }

    /**
     * Closes it for a reason, as the caller, a user. Invalid for a reason that is missing or unknown and for a memo that is
     * too long; NotFound, CALL_BACK_CLOSED, CALL_HELD where somebody else has it.
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
        claims.requireFree(callBacks.lockOpen(tenant, id));
        String kept = VisibleText.orNull(memo);
        store.close(tenant, id, CallBackStatus.Dismissed, CallBackClaims.user(), reason, kept);
        changes.record(
                EntityKind.CALL_BACK,
                id,
                Action.DISMISSED,
                Diff.none()
                        .field("status", CallBackStatus.Open, CallBackStatus.Dismissed)
                        .now("reasonId", reason)
                        .now("memo", kept));
        return callBacks.get(tenant, id);
    }
}

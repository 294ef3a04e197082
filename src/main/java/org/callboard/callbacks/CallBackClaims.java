package org.callboard.callbacks;

import java.time.Clock;
import java.time.Instant;
import org.callboard.calls.CallClaims;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who in the office has a call-back, as it is with inquiries. Everything here acts as the current caller, a user; all can end
 * in NotFound, CALL_BACK_CLOSED and CALL_HELD, which names who has it.
 */
@Service
public class CallBackClaims {

    private final CallBacks callBacks;
    private final CallBackStore store;
    private final CallBackExpiry expiry;
    private final Changes changes;
    private final Clock clock;

    CallBackClaims(CallBacks callBacks, CallBackStore store, CallBackExpiry expiry, Changes changes, Clock clock) {
        this.callBacks = callBacks;
        this.store = store;
        this.expiry = expiry;
        this.changes = changes;
        this.clock = clock;
    }

    /** Takes it; that is nothing where the caller has it. */
    @Transactional
    public CallBack claim(long tenant, long id) {
        CallBack before = requireFree(callBacks.lockOpen(tenant, id));
        return before.isClaimedBy(user()) ? before : take(tenant, before, Action.CLAIMED);
    }

    /** Takes it from the user who has it; CALL_HELD where another has it by now. */
    @Transactional
    public CallBack takeOver(long tenant, long id, long from) {
        CallBack before = callBacks.lockOpen(tenant, id);
        return take(tenant, before.isClaimedBy(from) ? before : requireFree(before), Action.TAKEN_OVER);
    }

    /** Gives it back; CALL_HELD where somebody else has it, and nothing where nobody does. */
    @Transactional
    public CallBack release(long tenant, long id) {
        CallBack before = requireFree(callBacks.lockOpen(tenant, id));
        if (before.claimedBy() != null) {
            store.claim(tenant, id, null, null);
            changes.record(
                    EntityKind.CALL_BACK,
                    id,
                    Action.RELEASED,
                    Diff.none().field("claimedBy", before.claimedByName(), null));
        }
        return callBacks.get(tenant, id);
    }

    /** A sign of life: the caller still works on it. False where they no longer have it. */
    @Transactional
    public boolean prolong(long tenant, long id) {
        return store.prolong(tenant, id, user(), until());
    }

    /** The same one; CALL_HELD where somebody else than the caller has it. */
    CallBack requireFree(CallBack callBack) {
        Long holder = callBack.claimedBy();
        if (holder != null && holder != user() && callBack.isHeld(clock.instant())) {
            throw held(callBack, holder);
        }
        return callBack;
    }

    private CallBack take(long tenant, CallBack before, Action action) {
        Instant until = until();
        store.claim(tenant, before.id(), user(), until);
        changes.record(
                EntityKind.CALL_BACK,
                before.id(),
                action,
                Diff.none()
                        .field(
                                "claimedBy",
                                before.claimedByName(),
                                Caller.current().name()));
        expiry.watch(tenant, before.id(), until);
        return callBacks.get(tenant, before.id());
    }

    private static Refusal held(CallBack callBack, long holder) {
        return RefusalCode.CALL_HELD
                .refuse("The call-back of " + callBack.number() + " is " + callBack.claimedByName() + "'s.")
                .with("claimedBy", holder);
    }

    private static long user() {
        return Caller.current().userId();
    }

    private Instant until() {
        return clock.instant().plus(CallClaims.LEASE);
    }
}

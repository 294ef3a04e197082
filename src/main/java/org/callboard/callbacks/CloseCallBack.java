package org.callboard.callbacks;

import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.callboard.calls.Call;
import org.callboard.calls.Calls;
import org.callboard.calls.MissedCall;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.refusals.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Closes call-backs, each with one row of the change log. */
@Component
class CloseCallBack {

    private final CallBackStore store;
    private final Calls calls;
    private final Changes changes;

    CloseCallBack(CallBackStore store, Calls calls, Changes changes) {
        this.store = store;
        this.calls = calls;
        this.changes = changes;
    }

    /**
     * Closes an open one that is locked.
     *
     * @param status what became of it; not Open
     * @param by the user who closed it; null where nobody did
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(
            long tenant,
            long id,
            CallBackStatus status,
            @Nullable Long by,
            @Nullable Long reason,
            @Nullable String memo) {
        Action action = action(status);
        store.close(tenant, id, status, by, reason, memo);
        changes.record(
                EntityKind.CALL_BACK,
                id,
                action,
                Diff.none()
                        .field("status", CallBackStatus.Open, status)
                        .now("reasonId", reason)
                        .now("memo", memo));
    }

    /**
     * Keeps the calls that reached nobody from changing and, after them, their call-back, as by those who tell of calls.
     * CHANGED_MEANWHILE where they called again in this moment.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Call> lockMissed(long tenant, long id, LongFunction<CallBack> lock) {
        List<Call> missed = calls.lockMissed(tenant, id);
        CallBack callBack = lock.apply(id);
        Set<Long> now = calls.missed(tenant, id).stream().map(MissedCall::id).collect(Collectors.toSet());
        if (!now.equals(missed.stream().map(Call::id).collect(Collectors.toSet()))) {
            throw RefusalCode.CHANGED_MEANWHILE.refuse(callBack.number() + " called again just now; look once more.");
        }
        return missed;
    }

    private static Action action(CallBackStatus status) {
        return switch (status) {
            case Open -> throw new IllegalArgumentException("an open call-back is not closed");
            case Reached -> Action.REACHED;
            case Answered -> Action.ENDED;
            case Dismissed -> Action.DISMISSED;
        };
    }
}

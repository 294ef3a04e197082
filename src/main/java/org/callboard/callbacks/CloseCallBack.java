package org.callboard.callbacks;

import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Closes call-backs, each with one row of the change log. */
@Component
class CloseCallBack {

    private final CallBackStore store;
    private final Changes changes;

    CloseCallBack(CallBackStore store, Changes changes) {
        this.store = store;
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

    private static Action action(CallBackStatus status) {
        return switch (status) {
            case Open -> throw new IllegalArgumentException("an open call-back is not closed");
            case Reached -> Action.REACHED;
            case Answered -> Action.ENDED;
            case Dismissed -> Action.DISMISSED;
        };
    }
}

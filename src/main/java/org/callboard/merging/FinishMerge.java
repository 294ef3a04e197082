package org.callboard.merging;

import org.callboard.database.Caller;
import org.callboard.refusals.Refusal;
import org.springframework.stereotype.Component;

/** Does in the background what somebody asked for and was too large to wait for, as that person or program. */
@Component
class FinishMerge {

    private final MergeStore store;
    private final MergeRecords merging;
    private final UndoMerge undo;

    FinishMerge(MergeStore store, MergeRecords merging, UndoMerge undo) {
        this.store = store;
        this.merging = merging;
        this.undo = undo;
    }

    /** Does it wholly, or notes why it can't be done. Where it is done already, nothing happens. */
    void run(long tenant, long id) {
        MergeStore.Asked asked = Caller.system(tenant).call(() -> store.asked(tenant, id));
        asked.by().run(() -> {
            try {
                if (asked.state() == Merge.State.Waiting) {
                    merging.finish(tenant, id, asked.choices(), asked.planTag());
                } else if (asked.state() == Merge.State.UndoWaiting) {
                    undo.finish(tenant, id, asked.undoChoices(), asked.undoTag());
                }
            } catch (Refusal refusal) {
                store.fail(tenant, id, refusal.title());
            }
        });
    }
}

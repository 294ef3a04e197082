package org.callboard.merging;

import java.time.Instant;
import java.util.Map;
import org.callboard.database.RecordShape;
import org.callboard.details.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * Two records that were merged, or are to be.
 *
 * @param partOf the merge of customers in which these two locations were a pair; it alone can be undone
 * @param batchId the first of several that were made at once, which can be undone at once
 * @param failure why nothing came of it
 * @param moved how many of each kind
 * @param by who merged
 */
public record Merge(
        long id,
        RecordKind kind,
        long keptId,
        long removedId,
        State state,
        @Nullable String failure,
        @Nullable Long partOf,
        @Nullable Long batchId,
        boolean reactivated,
        boolean removedWasActive,
        Map<MovedKind, Long> moved,
        Instant mergedOn,
        String by,
        @Nullable Instant undoneOn,
        @Nullable String undoneBy,
        @Nullable Instant forgottenOn) {

    /** Until when it can be undone; null where it can't be, whatever else is in the way. */
    public @Nullable Instant undoableUntil() {
        return state == State.Done && partOf == null && forgottenOn == null ? mergedOn.plus(UndoReader.KEPT) : null;
    }

    /** Whether a task works on it. */
    public boolean isUnderway() {
        return state == State.Waiting || state == State.UndoWaiting;
    }

    /** The same as it was before somebody asked to undo it. */
    Merge standing() {
        return RecordShape.with(this, "state", State.Done);
    }

    /** The constants are stored. */
    public enum State {
        Waiting,
        Done,
        Failed,
        UndoWaiting,
        Undone
    }
}

package org.callboard.merging;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.details.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * What the change log is to tell of a merge: one row for each record, whatever came of it. A location that moves with its
 * customer and is merged itself is told of once.
 */
final class MergeLog {

    /** What the row of a merge or an undo itself says: programs are told just that. */
    static Diff merge(long kept, long removed, List<Long> movedLocations) {
        return Diff.none().now("keptId", kept).now(Merges.REMOVED, removed).now("movedLocationIds", movedLocations);
    }

    private static final class Entry {
        private Action action = Action.UPDATED;
        private final Diff diff = Diff.none();
    }

    private final Map<EntityKind, Map<Long, Entry>> entries = new EnumMap<>(EntityKind.class);

    private Entry entry(EntityKind kind, long id) {
        return entries.computeIfAbsent(kind, any -> new TreeMap<>()).computeIfAbsent(id, any -> new Entry());
    }

    /** What was done to a record, where that is more than a change of it; gives where its fields are noted. */
    Diff did(EntityKind kind, long id, Action action) {
        Entry entry = entry(kind, id);
        entry.action = action;
        return entry.diff;
    }

    /** Gives where the changed fields of a record are noted. */
    Diff of(EntityKind kind, long id) {
        return entry(kind, id).diff;
    }

    /** Records that are another one's now. */
    void moved(EntityKind kind, Collection<Long> ids, RecordKind owner, @Nullable Object from, @Nullable Object to) {
        ids.forEach(id -> of(kind, id).field(owner.idField(), from, to));
    }

    void write(Changes changes) {
        entries.forEach((kind, ofKind) -> {
            Map<Action, Map<Long, Diff>> byAction = new EnumMap<>(Action.class);
            ofKind.forEach((id, entry) -> byAction.computeIfAbsent(entry.action, any -> new LinkedHashMap<>())
                    .put(id, entry.diff));
            byAction.forEach((action, diffs) -> changes.recordAll(kind, diffs, action));
        });
        entries.clear();
    }
}

package org.callboard.merging;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.callboard.contacts.MoveRelationships.Related;
import org.callboard.database.RecordShape;
import org.callboard.details.DetailOwner;
import org.callboard.details.ExternalDatum;
import org.callboard.merging.UndoPreview.Blocker;
import org.callboard.merging.UndoPreview.Since;
import org.callboard.merging.UndoPreview.Stays;
import org.callboard.merging.UndoPreview.What;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * What undoing a merge does, item by item.
 *
 * @param fields the values that the kept record gets back
 * @param customFields the same; null for a value that is removed
 * @param used entries that go back in use
 * @param unused entries that go back out of use
 * @param dropped entries that the kept record had already: they go back, and in use again
 * @param lost people whom both had: the removed record gets them back
 * @param merged records that were merged into the removed one before
 * @param pairs of the locations that were merged with their customers
 */
record UndoPlan(
        Merge merge,
        DetailOwner kept,
        DetailOwner removed,
        Map<String, @Nullable Object> fields,
        Map<Long, @Nullable String> customFields,
        List<Long> tags,
        List<ExternalDatum> external,
        List<Long> used,
        List<Long> unused,
        List<Long> dropped,
        Set<UUID> people,
        List<Related> lost,
        List<Long> notes,
        List<Long> locations,
        List<Long> jobs,
        List<Long> leads,
        List<Long> calls,
        List<Long> merged,
        List<UndoPlan> pairs,
        List<Stays> stays,
        List<Since> since,
        List<Blocker> blockers) {

    /** The same where something else is in the way too. */
    UndoPlan blocked(Blocker blocker) {
        List<Blocker> all = new ArrayList<>(blockers);
        all.add(blocker);
        return RecordShape.with(this, "blockers", List.copyOf(all));
    }

    Map<What, Long> goesBack() {
        Map<What, Long> all = new EnumMap<>(What.class);
        all.put(What.Field, (long) fields.size());
        all.put(What.CustomField, (long) customFields.size());
        all.put(What.Tag, (long) tags.size());
        all.put(What.ExternalData, (long) external.size());
        all.put(What.Contact, (long) used.size() + unused.size() + dropped.size());
        all.put(What.Relationship, (long) people.size() + lost.size());
        all.put(What.Note, (long) notes.size());
        all.put(What.Location, (long) locations.size());
        all.put(What.Job, (long) jobs.size());
        all.put(What.Lead, (long) leads.size());
        all.put(What.Call, (long) calls.size());
        all.put(What.Merged, (long) merged.size());
        pairs.forEach(pair -> pair.goesBack().forEach((what, count) -> {
            if (what != What.Job && what != What.Lead && what != What.Call) { // these go back by their customer too
                all.merge(what, count, Long::sum);
            }
        }));
        all.values().removeIf(count -> count == 0);
        return all;
    }

    /** How many rows go back. */
    long rows() {
        return goesBack().values().stream().mapToLong(Long::longValue).sum();
    }

    /** What the plan rests on. What was made since is asked for by its id, so nobody moves what was not seen. */
    String tag() {
        List<Object> tagged = List.of(
                merge.id(),
                merge.state(),
                kept.version(),
                removed.version(),
                allStay(),
                pairs.stream().map(UndoPlan::tag).toList());
        return PlanTag.of(tagged);
    }

    List<Stays> allStay() {
        List<Stays> all = new ArrayList<>(stays);
        pairs.forEach(pair -> all.addAll(pair.allStay()));
        return all;
    }

    /** MERGE_NOT_UNDOABLE with all that is in the way. */
    void requirePossible() {
        if (!blockers.isEmpty()) {
            Refusal refusal = RefusalCode.MERGE_NOT_UNDOABLE.refuse(
                    blockers.stream().map(Blocker::text).collect(Collectors.joining(" ")));
            blockers.reversed().forEach(one -> one.facts().forEach(refusal::with));
            throw refusal.with(
                    "reasons", blockers.stream().map(Blocker::reason).distinct().toList());
        }
    }

    UndoPreview preview(long told) {
        return new UndoPreview(
                merge.id(),
                merge.kind(),
                merge.keptId(),
                merge.removedId(),
                goesBack(),
                allStay(),
                since,
                blockers,
                told,
                tag());
    }
}

package org.callboard.merging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Changes.Subject;
import org.callboard.changes.Diff;
import org.callboard.details.RecordKind;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.refusals.Refusal.NotFound;
import org.springframework.stereotype.Service;

/** The merges of a company: which there were, and which stand. */
@Service
public class Merges {

    /** In a row of the change log about a merge or its undo: the record that was removed. */
    public static final String REMOVED = "removedId";

    /** In the row of the kept record: what the removed one had otherwise, by the names of its fields. */
    public static final String HAD = "had";

    /** How far back the log of a record is read; nobody merges more into one. */
    private static final int MAX = 500;

    /** Values of a record that was merged into another one, which that did not take over, by the names of the fields. */
    public record Had(long removedId, Instant mergedOn, String by, Map<String, Object> values) {}

    private final MergeStore store;
    private final Changes changes;

    Merges(MergeStore store, Changes changes) {
        this.store = store;
        this.changes = changes;
    }

    public Optional<Merge> find(long tenant, long id) {
        return store.find(tenant, id);
    }

    /** One merge; NotFound where there is none. */
    public Merge get(long tenant, long id) {
        return find(tenant, id).orElseThrow(() -> new NotFound("Merge", id));
    }

    /** The merge by which a record was removed, unless that was undone. */
    public Optional<Merge> standing(RecordKind kind, long tenant, long removed) {
        return store.standing(kind, tenant, removed);
    }

    /** The merges into a record that stand, the latest first. */
    public List<Merge> into(RecordKind kind, long tenant, long kept) {
        return store.into(kind, tenant, kept);
    }

    /** What of these kinds was merged or undone since then, in the order in which it was merged. */
    public Page<Merge> since(long tenant, Set<RecordKind> kinds, Instant since, Paging paging) {
        return store.since(tenant, kinds, since, paging);
    }

    /** What the records had that were merged into one, and it has otherwise; the latest first, for good. */
    @SuppressWarnings("unchecked")
    public List<Had> had(RecordKind kind, long tenant, long kept) {
        return changes.of(tenant, List.of(Subject.of(kind.logged(), kept)), Long.MAX_VALUE, MAX).stream()
                .filter(change -> change.action() == Action.MERGED_WITH)
                .flatMap(change -> change.fields().stream()
                        .filter(field -> field.name().equals(HAD))
                        .map(field -> new Had(
                                removed(change.fields()), change.happenedOn(), change.actorName(), (Map<String, Object>)
                                        Objects.requireNonNull(field.after()))))
                .toList();
    }

    private static long removed(List<Diff.Field> fields) {
        return fields.stream()
                .filter(field -> field.name().equals(REMOVED))
                .map(field -> ((Number) Objects.requireNonNull(field.after())).longValue())
                .findFirst()
                .orElseThrow();
    }
}

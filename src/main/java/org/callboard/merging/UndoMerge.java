package org.callboard.merging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.callboard.calls.Calls;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.contacts.MoveRelationships;
import org.callboard.customers.Customer;
import org.callboard.customers.Location;
import org.callboard.customers.MoveRecords;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.CustomFieldValue;
import org.callboard.details.ExternalDatum;
import org.callboard.details.MoveDetails;
import org.callboard.details.RecordKind;
import org.callboard.duplicates.DuplicatePairs;
import org.callboard.jobs.MoveJobs;
import org.callboard.leads.Leads;
import org.callboard.merging.MergeItem.Kind;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a merge back, item by item: what is as the merge left it goes back, what was changed later stays so and is named.
 * Nobody's wish not to get mail, texts or service is ever taken back. Who may do so is the caller's to ask.
 */
@Service
public class UndoMerge {

    /** What undoing several merges that were made at once would do, and what it must name. */
    public record Several(List<UndoPreview> previews, String planTag) {}

    private final UndoReader reader;
    private final MergeStore store;
    private final MoveRecords records;
    private final MoveDetails details;
    private final MoveRelationships people;
    private final MoveJobs jobs;
    private final Calls calls;
    private final Leads leads;
    private final DuplicatePairs duplicates;
    private final Changes changes;
    private final MergeTasks tasks;
    private final TransactionTemplate transaction;

    UndoMerge(
            UndoReader reader,
            MergeStore store,
            MoveRecords records,
            MoveDetails details,
            MoveRelationships people,
            MoveJobs jobs,
            Calls calls,
            Leads leads,
            DuplicatePairs duplicates,
            Changes changes,
            MergeTasks tasks,
            TransactionTemplate transaction) {
        this.reader = reader;
        this.store = store;
        this.records = records;
        this.details = details;
        this.people = people;
        this.jobs = jobs;
        this.calls = calls;
        this.leads = leads;
        this.duplicates = duplicates;
        this.changes = changes;
        this.tasks = tasks;
        this.transaction = transaction;
    }

    /** What undoing a merge would do. NotFound where there is none; what is in the way stands in the preview. */
    @Transactional(readOnly = true)
    public UndoPreview preview(long tenant, long merge, UndoChoices choices) {
        Merge found = get(tenant, merge);
        return plan(tenant, found, choices).preview(reader.told(tenant, found));
    }

    /** The same for all merges that were made at once and are not undone yet, the last first. */
    @Transactional(readOnly = true)
    public Several previewBatch(long tenant, long batch) {
        List<Merge> merges = ofBatch(tenant, batch);
        return new Several(
                merges.stream()
                        .map(merge -> preview(tenant, merge.id(), UndoChoices.NONE))
                        .toList(),
                tag(tenant, merges));
    }

    /**
     * Undoes a merge; again gives it as it is. NotFound where there is none, MERGE_NOT_UNDOABLE with all that is in the way,
     * Stale with a fresh {@code preview} where something differs from what was shown.
     *
     * @param planTag of the preview
     */
    public Merge undo(long tenant, long merge, UndoChoices choices, String planTag) {
        return MergeRecords.twice(transaction, () -> {
            lock(tenant, get(tenant, merge), choices);
            Merge locked = get(tenant, merge);
            if (locked.state() == Merge.State.Undone || locked.state() == Merge.State.UndoWaiting) {
                return locked;
            }
            UndoPlan plan = plan(tenant, locked, choices);
            plan.requirePossible();
            if (!plan.tag().equals(planTag)) {
                throw stale().with("planTag", plan.tag()).with("preview", plan.preview(reader.told(tenant, locked)));
            }
            if (plan.rows() > MergeRecords.LARGEST) {
                store.undoLater(tenant, merge, choices, planTag);
                tasks.start(tenant, merge);
            } else {
                run(tenant, plan);
            }
            return get(tenant, merge);
        });
    }

    /** Undoes a merge that was too large to wait for, unless that was done. As above. */
    void finish(long tenant, long id, UndoChoices choices, String planTag) {
        MergeRecords.twice(transaction, () -> {
            lock(tenant, get(tenant, id), choices);
            Merge locked = get(tenant, id);
            if (locked.state() == Merge.State.UndoWaiting) {
                UndoPlan plan = plan(tenant, locked.standing(), choices);
                plan.requirePossible();
                if (!plan.tag().equals(planTag)) {
                    throw stale();
                }
                run(tenant, plan);
            }
            return id;
        });
    }

    /** Undoes all merges that were made at once, the last first. As above. */
    public List<Merge> undoBatch(long tenant, long batch, String planTag) {
        return MergeRecords.twice(transaction, () -> {
            List<Merge> merges = ofBatch(tenant, batch);
            merges.forEach(merge -> lock(tenant, merge, UndoChoices.NONE));
            merges = ofBatch(tenant, batch);
            if (!tag(tenant, merges).equals(planTag)) {
                throw stale().with("planTag", tag(tenant, merges));
            }
            for (Merge merge : merges) {
                UndoPlan plan = plan(tenant, merge, UndoChoices.NONE);
                plan.requirePossible();
                run(tenant, plan);
            }
            return merges.stream().map(merge -> get(tenant, merge.id())).toList();
        });
    }

    private static Refusal stale() {
        return RefusalCode.STALE.refuse(
                "Something was changed since the preview, and nothing was undone. Look at the new preview.");
    }

    private Merge get(long tenant, long id) {
        return store.find(tenant, id).orElseThrow(() -> new NotFound("Merge", id));
    }

    private List<Merge> ofBatch(long tenant, long batch) {
        List<Merge> merges = store.ofBatch(tenant, batch);
        if (merges.isEmpty()) {
            throw new NotFound("Batch", batch);
        }
        return merges.stream()
                .filter(merge -> merge.state() != Merge.State.Undone)
                .toList();
    }

    private String tag(long tenant, List<Merge> merges) {
        return PlanTag.ofAll(merges.stream()
                .map(merge -> plan(tenant, merge, UndoChoices.NONE).tag())
                .toList());
    }

    private UndoPlan plan(long tenant, Merge merge, UndoChoices choices) {
        return reader.plan(tenant, merge, choices);
    }

    /** In the order of a merge; the merge itself comes last. */
    private void lock(long tenant, Merge merge, UndoChoices choices) {
        Map<Kind, List<Long>> moved = store.items(tenant, merge.id()).stream()
                .filter(item -> item.recordId() != null)
                .collect(Collectors.groupingBy(
                        MergeItem::kind,
                        Collectors.mapping(item -> Objects.requireNonNull(item.recordId()), Collectors.toList())));
        Set<Long> own = all(moved, Kind.Repointed, List.of(merge.keptId()));
        List<Merge> pairs = store.parts(tenant, merge.id());
        if (merge.kind() == RecordKind.Customer) {
            records.lock(RecordKind.Customer, tenant, own, List.of(merge.removedId()));
            Set<Long> places = all(moved, Kind.Location, choices.locations().keySet());
            pairs.forEach(pair -> places.add(pair.keptId()));
            records.lock(
                    RecordKind.Location,
                    tenant,
                    places,
                    pairs.stream().map(Merge::removedId).toList());
        } else {
            records.lockOwners(tenant, List.of(merge.keptId(), merge.removedId()));
            records.lock(RecordKind.Location, tenant, own, List.of(merge.removedId()));
        }
        calls.lockAll(
                merge.kind(),
                tenant,
                merge.keptId(),
                all(moved, Kind.Call, choices.calls().keySet()));
        leads.lockAll(
                merge.kind(),
                tenant,
                merge.removedId(),
                all(moved, Kind.Lead, choices.leads().keySet()));
        jobs.lock(
                merge.kind(),
                tenant,
                merge.removedId(),
                all(moved, Kind.Job, choices.jobs().keySet()));
        store.lock(tenant, merge.id());
    }

    private static Set<Long> all(Map<Kind, List<Long>> moved, Kind kind, Collection<Long> more) {
        Set<Long> all = new TreeSet<>(more);
        all.addAll(moved.getOrDefault(kind, List.of()));
        return all;
    }

    private void run(long tenant, UndoPlan plan) {
        begin(plan);
        plan.pairs().forEach(this::begin);
        MergeLog log = new MergeLog();
        new Running(tenant, plan, log).run();
        log.write(changes);
    }

    private void begin(UndoPlan plan) {
        Merge merge = plan.merge();
        changes.record(
                MergeRecords.logged(merge.kind()),
                merge.id(),
                Action.UNMERGED,
                MergeLog.merge(merge.keptId(), merge.removedId(), plan.locations()));
    }

    /** One undo on its way. */
    private final class Running {

        private final long tenant;
        private final UndoPlan plan;
        private final Merge merge;
        private final RecordKind kind;
        private final long kept;
        private final long removed;
        private final MergeLog log;

        Running(long tenant, UndoPlan plan, MergeLog log) {
            this.tenant = tenant;
            this.plan = plan;
            this.log = log;
            merge = plan.merge();
            kind = merge.kind();
            kept = merge.keptId();
            removed = merge.removedId();
        }

        /** First the record lives again, then its locations are its own, then those that were merged: then all has a place. */
        void run() {
            records.unmark(kind, tenant, removed, merge.removedWasActive());
            duplicates.unmerged(kind, tenant, kept, removed);
            log.did(kind.logged(), removed, Action.UNMERGED)
                    .field("active", false, merge.removedWasActive())
                    .field(RecordKind.MERGED_TO, kept, null)
                    .now("mergeId", merge.id());
            if (!plan.locations().isEmpty()) {
                back(EntityKind.LOCATION, records.moveLocations(tenant, kept, removed, plan.locations()));
            }
            plan.pairs().forEach(pair -> new Running(tenant, pair, log).run());
            contacts();
            people();
            details.moveNotes(kind, tenant, kept, removed, plan.notes());
            fields();
            back(EntityKind.CALL, calls.moveOwner(kind, tenant, kept, removed, plan.calls()));
            back(EntityKind.LEAD, leads.moveOwner(kind, tenant, kept, removed, plan.leads()));
            MoveJobs.Moved work = jobs.moveOwner(kind, tenant, kept, removed, plan.jobs());
            back(EntityKind.JOB, work.jobs());
            back(EntityKind.APPOINTMENT, work.appointments());
            if (!plan.merged().isEmpty()) {
                records.mark(kind, tenant, plan.merged(), removed);
                plan.merged().forEach(id -> log.of(kind.logged(), id).field(RecordKind.MERGED_TO, kept, removed));
            }
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("goesBack", plan.goesBack());
            result.put("stays", plan.stays());
            store.undo(tenant, merge.id(), result);
        }

        private void back(EntityKind moved, List<Long> ids) {
            log.moved(moved, ids, kind, kept, removed);
        }

        private void contacts() {
            List<Long> all =
                    new ArrayList<>(details.moveContacts(kind, tenant, kept, removed, plan.used(), true, true));
            all.addAll(details.moveContacts(kind, tenant, kept, removed, plan.unused(), false, false));
            List<Long> again = details.moveContacts(kind, tenant, kept, removed, plan.dropped(), false, true);
            again.forEach(id -> log.of(kind.contact(), id).field("active", false, true));
            all.addAll(again);
            back(kind.contact(), all);
        }

        private void people() {
            if (!plan.people().isEmpty()) {
                people.move(kind, tenant, kept, removed, plan.people())
                        .forEach(person ->
                                log.of(EntityKind.CONTACT, person.number()).field(kind.word(), kept, removed));
            }
            if (!plan.lost().isEmpty()) {
                people.restore(kind, tenant, removed, plan.lost())
                        .forEach(person -> log.did(EntityKind.CONTACT, person.number(), Action.RELATED)
                                .now(kind.word(), removed));
            }
        }

        private void fields() {
            Diff own = log.did(kind.logged(), kept, Action.UNMERGED)
                    .now(Merges.REMOVED, removed)
                    .now("mergeId", merge.id());
            Map<String, ?> now = FieldRules.values((Record) plan.kept());
            plan.fields().forEach((field, value) -> own.field(field, now.get(field), value));
            if (plan.kept() instanceof Customer customer) {
                records.write(tenant, customer, FieldRules.with(customer.details(), plan.fields()));
            } else if (plan.kept() instanceof Location location) {
                records.write(tenant, location, FieldRules.with(location, plan.fields()));
            }
            if (!plan.tags().isEmpty()) {
                details.removeTags(kind, tenant, kept, plan.tags());
                List<Long> before = plan.kept().customData().tagTypeIds();
                own.field(
                        "tagTypeIds",
                        before,
                        before.stream()
                                .filter(tag -> !plan.tags().contains(tag))
                                .toList());
            }
            Map<Long, String> held = plan.kept().customData().customFields().stream()
                    .collect(Collectors.toMap(CustomFieldValue::typeId, CustomFieldValue::value));
            plan.customFields().forEach((type, value) -> {
                details.putCustomField(kind, tenant, kept, type, value);
                own.field(CustomDataEntries.inLog(type), held.get(type), value);
            });
            for (ExternalDatum one : plan.external()) {
                details.removeExternalData(kind, tenant, kept, one.application(), one.key());
            }
            if (merge.reactivated()
                    && plan.kept().active()
                    && (kind == RecordKind.Customer || merge.removedWasActive())) {
                records.activate(kind, tenant, kept, false);
                own.field("active", true, false);
            }
        }
    }
}

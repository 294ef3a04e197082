package org.callboard.merging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.callboard.calls.Calls;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.customers.Location;
import org.callboard.customers.MoveRecords;
import org.callboard.details.RecordKind;
import org.callboard.jobs.MoveJobs;
import org.callboard.leads.Leads;
import org.callboard.merging.Choices.Pair;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Merges two records of a company, or several into one: all of it or nothing. Who may do so is the caller's to ask.
 *
 * <p>All is locked before the plan is made: customers, then their locations, leads and jobs, each in the order of their ids.
 * What is removed is locked so that nobody can name it meanwhile.
 */
@Service
public class MergeRecords {

    /** More rows than this move in the background, still in one transaction: whoever asks is answered at once. */
    static final int LARGEST = 25_000;

    private final MergeReader reader;
    private final ApplyMerge apply;
    private final MergeStore store;
    private final MoveRecords records;
    private final Calls calls;
    private final Leads leads;
    private final MoveJobs jobs;
    private final Changes changes;
    private final MergeTasks tasks;
    private final TransactionTemplate transaction;

    MergeRecords(
            MergeReader reader,
            ApplyMerge apply,
            MergeStore store,
            MoveRecords records,
            Calls calls,
            Leads leads,
            MoveJobs jobs,
            Changes changes,
            MergeTasks tasks,
            TransactionTemplate transaction) {
        this.reader = reader;
        this.apply = apply;
        this.store = store;
        this.records = records;
        this.calls = calls;
        this.leads = leads;
        this.jobs = jobs;
        this.changes = changes;
        this.tasks = tasks;
        this.transaction = transaction;
    }

    /**
     * Merges one record into another; more rows than {@link #LARGEST} move in the background, and the merge is Waiting until
     * then. Asked again for the same two it gives the merge that stands. NotFound where one of the
     * two is not there, RECORD_MERGED where one was merged into yet another record, MERGE_BLOCKED with all that is in the way,
     * Stale with a fresh {@code preview} where something differs from what was shown, Invalid where both are one,
     * ACTIVATION_FORBIDDEN where the kept one is to be brought back by somebody who may not.
     *
     * @param planTag of the preview
     */
    public Merge merge(RecordKind kind, long tenant, long kept, long removed, Choices choices, String planTag) {
        PreviewMerge.requireTwo(kept, removed);
        return twice(transaction, () -> {
            lock(kind, tenant, kept, List.of(removed), choices);
            Optional<Merge> same = standing(kind, tenant, kept, removed);
            if (same.isPresent()) {
                return same.get();
            }
            MergePlan plan = reader.plan(kind, tenant, kept, removed, choices);
            plan.requirePossible();
            if (!plan.tag().equals(planTag)) {
                throw stale().with("planTag", plan.tag()).with("preview", plan.preview());
            }
            if (plan.rows() > LARGEST) {
                return later(tenant, plan, planTag);
            }
            return run(tenant, List.of(plan), planTag).getFirst();
        });
    }

    private Merge later(long tenant, MergePlan plan, String planTag) {
        plan.requireMayReactivate();
        long merge = store.insertWaiting(tenant, plan, planTag);
        tasks.start(tenant, merge);
        return store.find(tenant, merge).orElseThrow();
    }

    /** Does a merge that was too large to wait for, unless that was done. As above. */
    void finish(long tenant, long id, Choices choices, String planTag) {
        twice(transaction, () -> {
            Merge asked = store.find(tenant, id).orElseThrow();
            lock(asked.kind(), tenant, asked.keptId(), List.of(asked.removedId()), choices);
            store.lock(tenant, id);
            if (store.find(tenant, id).orElseThrow().state() == Merge.State.Waiting) {
                MergePlan plan = reader.plan(asked.kind(), tenant, asked.keptId(), asked.removedId(), choices);
                plan.requirePossible();
                if (!plan.tag().equals(planTag)) {
                    throw stale();
                }
                store.begin(tenant, id, plan);
                tell(id, plan);
                apply(tenant, plan, id, beginPairs(tenant, plan, planTag, id));
            }
            return id;
        });
    }

    /** Merges several into one, which can be undone at once; as above, without a choice. */
    public List<Merge> mergeAll(RecordKind kind, long tenant, long kept, List<Long> removed, String planTag) {
        return mergePairs(kind, tenant, MergeSeveral.into(kept, removed), planTag);
    }

    /** Merges several, each into its own, which can be undone at once; as above, without a choice. */
    public List<Merge> mergePairs(RecordKind kind, long tenant, List<Pair> pairs, String planTag) {
        return twice(transaction, () -> {
            Map<Long, List<Long>> removed = new TreeMap<>();
            pairs.forEach(pair -> removed.computeIfAbsent(pair.keptId(), kept -> new ArrayList<>())
                    .add(pair.removedId()));
            removed.forEach((kept, all) -> lock(kind, tenant, kept, all, Choices.NONE));
            List<Merge> same = pairs.stream()
                    .flatMap(pair -> standing(kind, tenant, pair.keptId(), pair.removedId()).stream())
                    .toList();
            if (!pairs.isEmpty() && same.size() == pairs.size()) {
                return same;
            }
            List<MergePlan> plans = MergeSeveral.plans(reader, kind, tenant, pairs);
            plans.forEach(MergePlan::requirePossible);
            if (!MergeSeveral.tag(plans).equals(planTag)) {
                throw stale().with("planTag", MergeSeveral.tag(plans));
            }
            return run(tenant, plans, planTag);
        });
    }

    private static Refusal stale() {
        return RefusalCode.STALE.refuse(
                "The records were changed since the preview, and nothing was merged. Look at the new preview.");
    }

    private Optional<Merge> standing(RecordKind kind, long tenant, long kept, long removed) {
        return store.standing(kind, tenant, removed).filter(merge -> merge.keptId() == kept);
    }

    /** The rows of the merges come first in the change log: whoever is told of the rest is told of them before. */
    private List<Merge> run(long tenant, List<MergePlan> plans, String planTag) {
        List<Long> merges = new ArrayList<>();
        List<List<Long>> pairs = new ArrayList<>();
        for (MergePlan plan : plans) {
            plan.requireMayReactivate();
            long merge = begin(tenant, plan, planTag, null);
            merges.add(merge);
            pairs.add(beginPairs(tenant, plan, planTag, merge));
        }
        if (plans.size() > 1) {
            store.batch(tenant, merges);
        }
        for (int i = 0; i < plans.size(); i++) {
            MergePlan first = plans.get(i);
            MergePlan plan = i == 0
                    ? first
                    : reader.plan(
                            first.kind(),
                            tenant,
                            first.kept().id(),
                            first.removed().id(),
                            first.choices());
            apply(tenant, plan, merges.get(i), pairs.get(i));
        }
        return merges.stream().map(id -> store.find(tenant, id).orElseThrow()).toList();
    }

    private long begin(long tenant, MergePlan plan, String planTag, @Nullable Long partOf) {
        long merge = store.insert(tenant, plan, planTag, partOf);
        tell(merge, plan);
        return merge;
    }

    private List<Long> beginPairs(long tenant, MergePlan plan, String planTag, long merge) {
        return plan.pairs().stream()
                .map(pair -> begin(tenant, pair, planTag, merge))
                .toList();
    }

    private void apply(long tenant, MergePlan plan, long merge, List<Long> pairs) {
        MergeLog log = new MergeLog();
        apply.apply(tenant, plan, merge, pairs, log);
        log.write(changes);
    }

    private void tell(long merge, MergePlan plan) {
        changes.record(
                logged(plan.kind()),
                merge,
                Action.MERGED,
                MergeLog.merge(
                        plan.kept().id(),
                        plan.removed().id(),
                        plan.removed().locations().stream().map(Location::id).toList()));
    }

    /** What the change log calls a merge of such records. */
    static EntityKind logged(RecordKind kind) {
        return kind == RecordKind.Customer ? EntityKind.CUSTOMER_MERGE : EntityKind.LOCATION_MERGE;
    }

    private void lock(RecordKind kind, long tenant, long kept, List<Long> removed, Choices choices) {
        if (kind == RecordKind.Customer) {
            lockCustomers(tenant, kept, removed, choices);
        } else {
            lockLocations(tenant, kept, removed);
        }
        removed.forEach(one -> calls.lockAll(kind, tenant, one, List.of()));
        choices.pairs().forEach(pair -> calls.lockAll(RecordKind.Location, tenant, pair.removedId(), List.of()));
        removed.forEach(one -> leads.lockAll(kind, tenant, one, List.of()));
        choices.pairs().forEach(pair -> leads.lockAll(RecordKind.Location, tenant, pair.removedId(), List.of()));
        removed.forEach(one -> jobs.lock(kind, tenant, one, List.of()));
        choices.pairs().forEach(pair -> jobs.lock(RecordKind.Location, tenant, pair.removedId(), List.of()));
    }

    private void lockCustomers(long tenant, long kept, List<Long> removed, Choices choices) {
        records.lock(RecordKind.Customer, tenant, with(kept, earlier(RecordKind.Customer, tenant, removed)), removed);
        List<Long> going = choices.pairs().stream().map(Pair::removedId).toList();
        Set<Long> places = removed.stream()
                .flatMap(one -> records.locationsOf(tenant, one).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        places.addAll(choices.pairs().stream().map(Pair::keptId).toList());
        places.addAll(earlier(RecordKind.Location, tenant, going));
        records.lock(RecordKind.Location, tenant, places, going);
    }

    private void lockLocations(long tenant, long kept, List<Long> removed) {
        records.lockOwners(tenant, with(kept, removed));
        records.lock(RecordKind.Location, tenant, with(kept, earlier(RecordKind.Location, tenant, removed)), removed);
    }

    private static Set<Long> with(long one, Collection<Long> more) {
        Set<Long> all = new HashSet<>(more);
        all.add(one);
        return all;
    }

    private List<Long> earlier(RecordKind kind, long tenant, Collection<Long> removed) {
        return removed.stream()
                .flatMap(one -> records.mergedInto(kind, tenant, one).stream())
                .toList();
    }

    /**
     * Who locks in another order may meet a merge in a circle, which the database breaks up: then it is tried once more, unless
     * the transaction is somebody else's.
     */
    static <T> T twice(TransactionTemplate transaction, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        try {
            return transaction.execute(status -> work.get());
        } catch (PessimisticLockingFailureException e) {
            return transaction.execute(status -> work.get());
        }
    }
}

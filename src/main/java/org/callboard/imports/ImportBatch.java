package org.callboard.imports;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.importrows.EvaluateRows;
import org.callboard.importrows.JudgedRow;
import org.callboard.importrows.JudgedRow.DoneRow;
import org.callboard.importrows.RowMemory;
import org.callboard.importrows.RowResult;
import org.callboard.importrows.StagedRow;
import org.callboard.listchoices.RowList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One part of the work on an import, under the import's lock: the rows behind those that are done, and what became of them. */
@Component
class ImportBatch {

    private static final int REMEMBERED_AT_A_TIME = 5000;

    /** What a worker remembers between two parts; made anew from the rows where somebody else went on. */
    static final class Memory {
        private final RowList list;
        private final RowMemory rows;
        private final ImportState state;
        private int reached;

        Memory(RowList list, RowMemory rows, ImportState state) {
            this.list = list;
            this.rows = rows;
            this.state = state;
        }

        /** Whether nobody else has gone on, or has begun another work, since it was made. */
        boolean isOf(Import now) {
            return state == now.state()
                    && reached == now.reached()
                    && list.choices().equals(now.choices());
        }
    }

    private final ImportStore store;
    private final ImportRowStore rows;
    private final ImportOutcomeStore outcomes;
    private final EvaluateRows evaluate;
    private final Changes changes;

    ImportBatch(
            ImportStore store,
            ImportRowStore rows,
            ImportOutcomeStore outcomes,
            EvaluateRows evaluate,
            Changes changes) {
        this.store = store;
        this.rows = rows;
        this.outcomes = outcomes;
        this.evaluate = evaluate;
        this.changes = changes;
    }

    /** Does the next part, and says in {@code reached} behind which row it begins; null where there is nothing to do. */
    @Nullable
    Memory next(long tenant, long id, @Nullable Memory before, int limit, AtomicInteger reached) {
        Import list = store.lock(tenant, id).filter(one -> one.state().works()).orElse(null);
        if (list == null) {
            return null;
        }
        reached.set(list.reached());
        int most = Math.min(limit, evaluate.atATime(list.kind()));
        store.planAnew();
        if (list.state() == ImportState.Undoing) {
            return takeBack(tenant, list, before, most);
        }
        Memory memory = before != null && before.isOf(list) ? before : remember(tenant, list);
        List<StagedRow> part = rows.after(tenant, id, list.reached(), most);
        boolean running = list.state() == ImportState.Running;
        if (part.isEmpty()) {
            end(
                    tenant,
                    list,
                    running ? ImportState.Finished : ImportState.Checked,
                    running ? Action.FINISHED : Action.CHECKED);
            return null;
        }
        List<JudgedRow> judged = running
                ? evaluate.run(tenant, memory.list, part, memory.rows)
                : evaluate.check(tenant, memory.list, part, memory.rows);
        keep(tenant, list, part, judged);
        memory.rows.made(judged.stream()
                .filter(row -> row.result() == RowResult.Made && row.recordId() != null)
                .map(JudgedRow::recordId)
                .toList());
        memory.reached = part.getLast().number();
        return memory;
    }

    private Memory begin(long tenant, Import list) {
        return new Memory(
                evaluate.list(tenant, list.kind(), list.columns(), list.layout(), list.choices()),
                new RowMemory(numbers -> outcomes.recordsOf(tenant, list.id(), numbers)),
                list.state());
    }

    private void keep(long tenant, Import list, List<StagedRow> part, List<JudgedRow> judged) {
        if (outcomes.judge(tenant, list.id(), judged) != judged.size()) {
            throw new IllegalStateException("a row of import " + list.id() + " was done before");
        }
        store.move(
                tenant,
                list.id(),
                list.state(),
                part.getLast().number(),
                list.done() + part.size(),
                list.counts().plus(Counts.of(judged)));
    }

    private Memory remember(long tenant, Import list) {
        Memory memory = begin(tenant, list);
        for (int reached = list.layout().headerRow(); reached < list.reached(); ) {
            List<StagedRow> part = rows.after(tenant, list.id(), reached, REMEMBERED_AT_A_TIME).stream()
                    .filter(row -> row.number() <= list.reached())
                    .toList();
            if (part.isEmpty()) {
                break;
            }
            evaluate.remember(memory.list, part, memory.rows);
            reached = part.getLast().number();
        }
        if (list.state() == ImportState.Running) {
            memory.rows.made(outcomes.made(tenant, list.id()));
            outcomes.tellChanged(tenant, list.id(), memory.rows);
        }
        memory.reached = list.reached();
        return memory;
    }

    /**
     * Passes over the row behind this one, which the database does not take, unless somebody else has done so; false where
     * no row is to blame.
     */
    boolean refuse(long tenant, long id, int reached) {
        Import list = store.lock(tenant, id)
                .filter(one -> one.state().works() && one.reached() == reached)
                .orElse(null);
        if (list == null) {
            return true;
        }
        List<StagedRow> part = rows.after(tenant, id, reached, 1);
        if (list.state() == ImportState.Undoing || part.isEmpty()) {
            return false;
        }
        RowResult result = list.state() == ImportState.Running ? RowResult.Failed : null;
        keep(tenant, list, part, List.of(JudgedRow.refused(part.getFirst().number(), result)));
        return true;
    }

    private @Nullable Memory takeBack(long tenant, Import list, @Nullable Memory before, int most) {
        int reached = list.reached() <= list.layout().headerRow() ? Integer.MAX_VALUE : list.reached();
        List<DoneRow> part = outcomes.doneBefore(tenant, list.id(), reached, most);
        if (part.isEmpty()) {
            end(tenant, list, ImportState.Undone, Action.UNDONE);
            return null;
        }
        Memory memory = before;
        if (memory == null || !memory.isOf(list)) {
            memory = begin(tenant, list);
            outcomes.tellTakenBack(tenant, list.id(), memory.rows);
        }
        memory.reached = part.getLast().number();
        Map<Integer, String> kept = evaluate.takeBack(tenant, list.kind(), part, memory.rows);
        outcomes.keepTakenBack(tenant, list.id(), part, kept, memory.rows);
        store.move(
                tenant,
                list.id(),
                ImportState.Undoing,
                part.getLast().number(),
                list.done() + part.size(),
                list.counts().plus(Counts.takenBack(part.size() - kept.size(), kept.size())));
        return memory;
    }

    private void end(long tenant, Import list, ImportState state, Action action) {
        Counts counts = list.counts();
        store.move(tenant, list.id(), state, list.reached(), list.done(), counts);
        Diff diff = state == ImportState.Undone
                ? Diff.none().now("removed", counts.removed()).now("kept", counts.kept())
                : state == ImportState.Finished
                        ? Diff.none()
                                .now("made", counts.made())
                                .now("updated", counts.updated())
                                .now("skipped", counts.skipped())
                                .now("failed", counts.failed())
                        : Diff.none()
                                .now("new", counts.fresh())
                                .now("matches", counts.match())
                                .now("updates", counts.update())
                                .now("twice", counts.twice())
                                .now("wrong", counts.wrong());
        changes.record(EntityKind.IMPORT, list.id(), action, diff);
    }
}

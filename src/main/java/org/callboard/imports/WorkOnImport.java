package org.callboard.imports;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.database.DatabaseOutage;
import org.callboard.importrows.EvaluateRows;
import org.callboard.importrows.JudgedRow;
import org.callboard.importrows.RowList;
import org.callboard.importrows.RowOutcome;
import org.callboard.importrows.RowResult;
import org.callboard.importrows.StagedRow;
import org.callboard.imports.ImportRowStore.Made;
import org.callboard.server.WorkQueue;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.RowCells;
import org.callboard.sheets.SeenKeys;
import org.callboard.tasks.BatchSize;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through the rows of an import, part by part. Each part is one transaction, under the lock of the import: it reads
 * how far the work is, does the next rows, and keeps what became of them. So whatever dies in between, each row is done
 * once; and of two who work on one import, one waits and goes on where the other is.
 */
@Component
class WorkOnImport {

    private static final Logger log = LoggerFactory.getLogger(WorkOnImport.class);
    private static final int CAREFULLY = 5000;

    /** What a worker remembers between two parts; made anew from the rows where somebody else went on. */
    private static final class Memory {
        private final RowList list;
        private final SeenKeys seen = new SeenKeys();
        private final Set<Long> made = new HashSet<>();
        private int reached;

        Memory(RowList list) {
            this.list = list;
        }
    }

    private final ImportStore store;
    private final ImportRowStore rows;
    private final EvaluateRows evaluate;
    private final Changes changes;
    private final TransactionTemplate transaction;
    private final WorkQueue importQueue;

    WorkOnImport(
            ImportStore store,
            ImportRowStore rows,
            EvaluateRows evaluate,
            Changes changes,
            TransactionTemplate transaction,
            WorkQueue importQueue) {
        this.store = store;
        this.rows = rows;
        this.evaluate = evaluate;
        this.changes = changes;
        this.transaction = transaction;
        this.importQueue = importQueue;
    }

    /** Works until there is nothing more to do, or the server is about to stop; true in the second case. */
    boolean on(long tenant, long id, BooleanSupplier stopping) {
        Optional<Import> list = Caller.system(tenant).call(() -> store.find(tenant, id));
        return list.isPresent() && list.get().actor().call(() -> work(tenant, id, stopping));
    }

    private boolean work(long tenant, long id, BooleanSupplier stopping) {
        Memory memory = null;
        int careful = 0; // so many rows are done one by one
        BatchSize batchSize = new BatchSize();
        AtomicInteger reached = new AtomicInteger();
        while (!stopping.getAsBoolean()) {
            try {
                Memory before = memory;
                boolean oneByOne = careful > 0;
                int most = oneByOne ? 1 : batchSize.rows();
                AtomicLong took = new AtomicLong();
                memory = part(tenant, took, () -> Optional.ofNullable(next(tenant, id, before, most, reached)))
                        .orElse(null);
                if (!oneByOne) {
                    batchSize.took(took.get());
                }
                if (memory == null) {
                    return false;
                }
                careful--;
            } catch (NonTransientDataAccessException e) {
                if (DatabaseOutage.isBehind(e)) {
                    throw e; // no row is to blame; the task comes again
                }
                memory = null;
                if (careful > 0) {
                    log.warn("a row of import {} was refused by the database: {}", id, state(e));
                    if (!part(tenant, new AtomicLong(), () -> refuse(tenant, id, reached.get()))) {
                        throw e;
                    }
                } else { // go on one by one, to find the row that the database does not take
                    careful = CAREFULLY;
                }
            }
        }
        return true;
    }

    /** One transaction, when it is the company's turn: between two parts those of others have theirs. */
    private <T> T part(long tenant, AtomicLong took, Supplier<T> work) {
        return importQueue.call(new WorkQueue.Requester("company " + tenant, true), () -> {
            long start = System.nanoTime();
            T done = Objects.requireNonNull(transaction.execute(status -> work.get()));
            took.set(System.nanoTime() - start);
            return done;
        });
    }

    /** The code alone: what the database says may quote a row. */
    private static String state(NonTransientDataAccessException e) {
        return e.getMostSpecificCause() instanceof SQLException cause
                ? "state " + cause.getSQLState()
                : e.getClass().getSimpleName();
    }

    /** The next part, and behind which row it begins; null where there is nothing to do. */
    private @Nullable Memory next(long tenant, long id, @Nullable Memory before, int limit, AtomicInteger reached) {
        Import list = store.lock(tenant, id).filter(one -> one.state().works()).orElse(null);
        if (list == null) {
            return null;
        }
        reached.set(list.reached());
        int most = Math.min(limit, evaluate.atATime(list.kind()));
        store.planAnew();
        if (list.state() == ImportState.Undoing) {
            return takeBack(tenant, list, most);
        }
        Memory memory = before == null
                        || before.reached != list.reached()
                        || !before.list.choices().equals(list.choices())
                ? remember(tenant, list)
                : before;
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
                ? evaluate.run(tenant, memory.list, part, memory.seen, memory.made::contains)
                : evaluate.check(tenant, memory.list, part, memory.seen);
        keep(tenant, list, part, judged);
        if (list.kind() == ImportKind.Customers) {
            judged.stream().map(JudgedRow::recordId).filter(Objects::nonNull).forEach(memory.made::add);
        }
        memory.reached = part.getLast().number();
        return memory;
    }

    private RowList rowList(long tenant, Import list) {
        return evaluate.list(tenant, list.kind(), list.columns(), list.layout(), list.choices());
    }

    private void keep(long tenant, Import list, List<StagedRow> part, List<JudgedRow> judged) {
        if (rows.judge(tenant, list.id(), judged) != judged.size()) {
            throw new IllegalStateException("a row of import " + list.id() + " was done before");
        }
        store.move(
                tenant,
                list.id(),
                list.state(),
                part.getLast().number(),
                list.done() + part.size(),
                list.counts().plus(count(judged)));
    }

    private Memory remember(long tenant, Import list) {
        Memory memory = new Memory(rowList(tenant, list));
        for (int reached = list.layout().headerRow(); reached < list.reached(); ) {
            List<StagedRow> part = rows.after(tenant, list.id(), reached, CAREFULLY).stream()
                    .filter(row -> row.number() <= list.reached())
                    .toList();
            if (part.isEmpty()) {
                break;
            }
            evaluate.remember(memory.list, part, memory.seen);
            reached = part.getLast().number();
        }
        if (list.kind() == ImportKind.Customers && list.state() == ImportState.Running) {
            memory.made.addAll(rows.made(tenant, list.id()));
        }
        memory.reached = list.reached();
        return memory;
    }

    /**
     * Passes over the row behind this one, which the database does not take, unless somebody else has done so; false where
     * no row is to blame.
     */
    private boolean refuse(long tenant, long id, int reached) {
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
        Map<String, List<String>> problem = Map.of(RowCells.ROW, List.of("The database did not take this row."));
        RowResult result = list.state() == ImportState.Running ? RowResult.Failed : null;
        int number = part.getFirst().number();
        keep(tenant, list, part, List.of(new JudgedRow(number, RowOutcome.Wrong, problem, null, null, result, null)));
        return true;
    }

    private @Nullable Memory takeBack(long tenant, Import list, int most) {
        List<Made> part = rows.madeAfter(tenant, list.id(), list.reached(), most);
        if (part.isEmpty()) {
            end(tenant, list, ImportState.Undone, Action.UNDONE);
            return null;
        }
        Map<Long, String> kept = evaluate.takeBack(
                tenant, list.kind(), part.stream().map(Made::recordId).toList());
        rows.takenBack(tenant, list.id(), part, kept);
        int removed = part.size() - kept.size();
        store.move(
                tenant,
                list.id(),
                ImportState.Undoing,
                part.getLast().number(),
                list.done() + part.size(),
                list.counts().plus(new Import.Counts(0, 0, 0, 0, 0, 0, 0, removed, kept.size())));
        return new Memory(rowList(tenant, list));
    }

    private void end(long tenant, Import list, ImportState state, Action action) {
        Import.Counts counts = list.counts();
        store.move(tenant, list.id(), state, list.reached(), list.done(), counts);
        Diff diff = state == ImportState.Undone
                ? Diff.none().now("removed", counts.removed()).now("kept", counts.kept())
                : state == ImportState.Finished
                        ? Diff.none()
                                .now("made", counts.made())
                                .now("skipped", counts.skipped())
                                .now("failed", counts.failed())
                        : Diff.none()
                                .now("new", counts.fresh())
                                .now("matches", counts.match())
                                .now("twice", counts.twice())
                                .now("wrong", counts.wrong());
        changes.record(EntityKind.IMPORT, list.id(), action, diff);
    }

    private static Import.Counts count(List<JudgedRow> judged) {
        return new Import.Counts(
                outcomes(judged, RowOutcome.New),
                outcomes(judged, RowOutcome.Match),
                outcomes(judged, RowOutcome.Twice),
                outcomes(judged, RowOutcome.Wrong),
                results(judged, RowResult.Made),
                results(judged, RowResult.Skipped),
                results(judged, RowResult.Failed),
                0,
                0);
    }

    private static int outcomes(List<JudgedRow> judged, RowOutcome outcome) {
        return (int) judged.stream().filter(row -> row.outcome() == outcome).count();
    }

    private static int results(List<JudgedRow> judged, RowResult result) {
        return (int) judged.stream().filter(row -> row.result() == result).count();
    }
}

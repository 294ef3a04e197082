package org.callboard.importrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import org.callboard.importrows.RowKind.RowKey;
import org.callboard.importrows.StagedRow.Decided.What;
import org.callboard.importrows.StagedRow.Part;
import org.callboard.listchoices.RowList;
import org.callboard.sheets.RowCells;
import org.callboard.sheets.SeenKeys;
import org.callboard.sheets.TotalsRow;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads rows as they stand, without a look at other rows or at the database. So the rows of the next part are read on
 * another thread while the database works on those of this one.
 */
@Component
class ReadRows implements AutoCloseable {

    /** As many lists as a node works on at once. */
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    /** What a row has in common with rows that are the same. */
    record ReadKey(RowKey key, long hash) {}

    /**
     * A row that was read.
     *
     * @param draft null where the cells can't be read
     * @param keys none where the row is not compared with others
     */
    record ReadRow<D>(
            StagedRow row, RowCells cells, @Nullable D draft, Map<String, List<String>> problems, List<ReadKey> keys) {}

    /** The rows of one list that are being read, or were, before it is their turn. */
    static final class Ahead {

        private @Nullable FutureTask<Map<Integer, ReadRow<?>>> task;

        /** All of them, by their numbers. Where no thread has come to it, whoever asks reads them. */
        private Map<Integer, ReadRow<?>> take() {
            FutureTask<Map<Integer, ReadRow<?>>> begun = task;
            task = null;
            if (begun == null) {
                return Map.of();
            }
            begun.run(); // does nothing where it was begun
            try {
                return begun.get();
            } catch (ExecutionException e) {
                return Map.of(); // the row in which it failed fails again in its turn
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Map.of();
            }
        }
    }

    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("work-imports-ahead-", 0).factory());

    /** Reads rows, but for those that were read ahead and are still the same; then goes ahead with the next ones. */
    <D> List<ReadRow<D>> of(RowKind<D> kind, RowList list, Part part, RowMemory memory) {
        Map<Integer, ReadRow<?>> known = memory.ahead.take();
        if (!part.next().isEmpty()) {
            FutureTask<Map<Integer, ReadRow<?>>> task = new FutureTask<>(() -> ahead(kind, list, part.next(), known));
            memory.ahead.task = task;
            begin(task);
        }
        List<ReadRow<D>> read = new ArrayList<>(part.rows().size());
        for (StagedRow row : part.rows()) {
            ReadRow<?> before = known.get(row.number());
            read.add(before != null && before.row.equals(row) ? same(before) : one(kind, list, row));
        }
        return read;
    }

    private void begin(FutureTask<?> task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            // the server is about to stop; who asks for the rows reads them
        }
    }

    private static <D> Map<Integer, ReadRow<?>> ahead(
            RowKind<D> kind, RowList list, List<StagedRow> rows, Map<Integer, ReadRow<?>> known) {
        Map<Integer, ReadRow<?>> read = new HashMap<>();
        for (StagedRow row : rows) {
            ReadRow<?> before = known.get(row.number());
            read.put(row.number(), before != null && before.row.equals(row) ? before : one(kind, list, row));
        }
        return read;
    }

    @SuppressWarnings("unchecked") // what is remembered is of one list, and all its rows are of one kind
    private static <D> ReadRow<D> same(ReadRow<?> row) {
        return (ReadRow<D>) row;
    }

    /** Reads a row. */
    static <D> ReadRow<D> one(RowKind<D> kind, RowList list, StagedRow row) {
        FieldErrors errors = new FieldErrors();
        RowCells cells = RowCells.read(list.columns(), list.choices().fields(), row.cells(), errors);
        errors.addIf(
                row.decided() == null && list.layout().totals().contains(row.number()), RowCells.ROW, TotalsRow.REASON);
        if (!errors.isEmpty()) {
            return new ReadRow<>(row, cells, null, errors.asMap(), List.of());
        }
        D draft = kind.read(cells, list.choices(), list.formats(), errors);
        Map<String, List<String>> problems = errors.asMap();
        boolean leftOut = row.decided() != null && row.decided().what() == What.LeaveOut;
        if (leftOut || !kind.isSomebody(draft, problems, list.choices())) {
            return new ReadRow<>(row, cells, draft, problems, List.of());
        }
        List<ReadKey> keys = new ArrayList<>();
        for (RowKey key : kind.keys(draft, cells, list.choices(), list.formats().region())) {
            keys.add(new ReadKey(key, SeenKeys.hash(key.key())));
        }
        return new ReadRow<>(row, cells, draft, problems, keys);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

package org.callboard.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.RecordShape.Copy;
import org.callboard.importrows.EvaluateRows;
import org.callboard.importrows.JudgedRow;
import org.callboard.importrows.RowMemory;
import org.callboard.importrows.StagedRow;
import org.callboard.importrows.StagedRow.Decided;
import org.callboard.listchoices.RowList;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mends a row of a list that was looked at, or decides what becomes of it, and looks at it again. */
@Service
public class MendRow {

    private static final Copy<JudgedRow> JUDGED =
            Copy.of(JudgedRow.class, ImportRow.class, "outcome", "version", "undo", "keys");

    private final Imports imports;
    private final ImportStore store;
    private final ImportRowStore rows;
    private final ImportOutcomeStore outcomes;
    private final EvaluateRows evaluate;
    private final Changes changes;

    MendRow(
            Imports imports,
            ImportStore store,
            ImportRowStore rows,
            ImportOutcomeStore outcomes,
            EvaluateRows evaluate,
            Changes changes) {
        this.imports = imports;
        this.store = store;
        this.rows = rows;
        this.outcomes = outcomes;
        this.evaluate = evaluate;
        this.changes = changes;
    }

    /**
     * A row as somebody wants it.
     *
     * @param cells all of them in their order
     * @param decided null where nothing is decided of it
     */
    public record Mended(List<String> cells, @Nullable Decided decided) {}

    /** Makes of a row what it is to be, and notes what can't be. */
    @FunctionalInterface
    public interface Mending {
        Mended applyTo(Import list, ImportRow row, FieldErrors errors);
    }

    /** Puts a cell into a row, which may be shorter than the line of the columns. */
    public static void put(List<String> cells, int column, String text) {
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    /**
     * Changes a row, and gives it as it would become now. Rows that are the same as it are looked at when the list runs.
     * NotFound where there is no such row, IMPORT_STATE where the list is not looked at yet or runs, Invalid that names what
     * can't be, beside what was noted before.
     */
    @Transactional
    public ImportRow mend(long tenant, long id, long row, Mending mending, FieldErrors noted) {
        Import list = imports.lockChecked(tenant, id);
        int number = Imports.number(row);
        ImportRow before = rows.find(tenant, id, number).orElseThrow(() -> new NotFound("Row", row));
        Mended wanted = mending.applyTo(list, before, noted);
        noted.throwIfAny();
        List<String> now = wanted.cells;
        Decided decided = wanted.decided;
        boolean mended = before.mended() || !now.equals(before.cells());
        rows.mend(tenant, id, number, mended ? now : null, decided);
        RowList read = evaluate.list(tenant, list.kind(), list.columns(), list.layout(), list.choices());
        StagedRow staged = new StagedRow(number, now, decided, null);
        RowMemory memory = new RowMemory(numbers -> Map.of());
        Collection<Long> keys = evaluate.keys(read, staged);
        memory.know(outcomes.firstWith(tenant, id, keys, number));
        JudgedRow judged = evaluate.check(tenant, read, List.of(staged), memory).getFirst();
        Counts old = Counts.of(List.of(judged(before)));
        outcomes.judge(tenant, id, List.of(judged));
        store.move(
                tenant,
                id,
                list.state(),
                list.reached(),
                list.done(),
                list.counts().minus(old).plus(Counts.of(List.of(judged))));
        changes.record(
                EntityKind.IMPORT,
                id,
                Action.UPDATED,
                Diff.none().now("row", number).now("decision", decided == null ? null : decided.what()));
        return rows.find(tenant, id, number).orElseThrow();
    }

    private static JudgedRow judged(ImportRow row) {
        return JUDGED.from(row, Objects.requireNonNull(row.outcome()), null, null, List.of());
    }
}

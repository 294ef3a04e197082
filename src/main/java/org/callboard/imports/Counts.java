package org.callboard.imports;

import java.util.List;
import org.callboard.importrows.JudgedRow;
import org.callboard.importrows.RowOutcome;
import org.callboard.importrows.RowResult;

/**
 * How many rows are of each kind, as far as they were reached: by what they would become, and by what they became.
 *
 * @param look how many of them should be looked at
 * @param capitals how many of them have a name that is all in capitals
 */
public record Counts(
        int fresh,
        int match,
        int openLead,
        int location,
        int update,
        int unchanged,
        int twice,
        int leftOut,
        int wrong,
        int look,
        int capitals,
        int made,
        int updated,
        int skipped,
        int failed,
        int removed,
        int kept) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** What is made and changed. */
    public int done() {
        return made + updated;
    }

    static Counts of(List<JudgedRow> rows) {
        return new Counts(
                outcomes(rows, RowOutcome.New),
                outcomes(rows, RowOutcome.Match),
                outcomes(rows, RowOutcome.OpenLead),
                outcomes(rows, RowOutcome.Location),
                outcomes(rows, RowOutcome.Update),
                outcomes(rows, RowOutcome.Unchanged),
                outcomes(rows, RowOutcome.Twice),
                outcomes(rows, RowOutcome.LeftOut),
                outcomes(rows, RowOutcome.Wrong),
                (int) rows.stream().filter(row -> !row.warnings().isEmpty()).count(),
                (int) rows.stream().filter(JudgedRow::capitals).count(),
                results(rows, RowResult.Made),
                results(rows, RowResult.Updated),
                results(rows, RowResult.Skipped),
                results(rows, RowResult.Failed),
                0,
                0);
    }

    static Counts takenBack(int removed, int kept) {
        return new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, removed, kept);
    }

    Counts plus(Counts more) {
        return sum(more, 1);
    }

    Counts minus(Counts less) {
        return sum(less, -1);
    }

    private Counts sum(Counts other, int sign) {
        return new Counts(
                fresh + sign * other.fresh,
                match + sign * other.match,
                openLead + sign * other.openLead,
                location + sign * other.location,
                update + sign * other.update,
                unchanged + sign * other.unchanged,
                twice + sign * other.twice,
                leftOut + sign * other.leftOut,
                wrong + sign * other.wrong,
                look + sign * other.look,
                capitals + sign * other.capitals,
                made + sign * other.made,
                updated + sign * other.updated,
                skipped + sign * other.skipped,
                failed + sign * other.failed,
                removed + sign * other.removed,
                kept + sign * other.kept);
    }

    private static int outcomes(List<JudgedRow> rows, RowOutcome outcome) {
        return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    private static int results(List<JudgedRow> rows, RowResult result) {
        return (int) rows.stream().filter(row -> row.result() == result).count();
    }
}

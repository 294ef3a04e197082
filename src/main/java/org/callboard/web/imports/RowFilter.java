package org.callboard.web.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.callboard.importrows.RowOutcome;
import org.callboard.importrows.RowResult;
import org.callboard.imports.Import;
import org.callboard.imports.ImportState;
import org.jspecify.annotations.Nullable;

/** Which rows of a list are shown: all, or those of one kind, with how many there are. */
record RowFilter(
        String word,
        String label,
        int count,
        @Nullable RowOutcome outcome,
        @Nullable RowResult result) {

    /** Before a list has run, by what rows would become; afterwards by what they became. */
    static List<RowFilter> of(Import list) {
        Import.Counts counts = list.counts();
        List<RowFilter> all = new ArrayList<>();
        all.add(new RowFilter("all", "All", list.rows(), null, null));
        if (list.state() == ImportState.Checked) {
            all.add(of(RowOutcome.New, "New", counts.fresh()));
            all.add(of(RowOutcome.Match, "Known customers", counts.match()));
            all.add(of(RowOutcome.Twice, "Twice", counts.twice()));
            all.add(of(RowOutcome.Wrong, "Wrong", counts.wrong()));
        } else if (list.state() == ImportState.Undone) {
            all.add(of(RowResult.Removed, "Taken back", counts.removed()));
            all.add(of(RowResult.Kept, "Kept", counts.kept()));
            all.add(of(RowResult.Skipped, "Left out", counts.skipped()));
            all.add(of(RowResult.Failed, "Wrong", counts.failed()));
        } else {
            all.add(of(RowResult.Made, "Made", counts.made()));
            all.add(of(RowResult.Skipped, "Left out", counts.skipped()));
            all.add(of(RowResult.Failed, "Wrong", counts.failed()));
        }
        return all;
    }

    private static RowFilter of(RowOutcome outcome, String label, int count) {
        return new RowFilter(outcome.name().toLowerCase(Locale.ROOT), label, count, outcome, null);
    }

    private static RowFilter of(RowResult result, String label, int count) {
        return new RowFilter(result.name().toLowerCase(Locale.ROOT), label, count, null, result);
    }

    /** The one that the address names, or all. */
    static RowFilter chosen(List<RowFilter> all, @Nullable String word) {
        return all.stream()
                .filter(one -> Objects.equals(one.word, word))
                .findFirst()
                .orElse(all.getFirst());
    }
}

package org.callboard.web.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.callboard.importrows.RowOutcome;
import org.callboard.importrows.RowResult;
import org.callboard.imports.Counts;
import org.callboard.imports.Import;
import org.callboard.imports.ImportState;
import org.callboard.imports.RowsFilter;
import org.callboard.sheets.ImportKind;
import org.jspecify.annotations.Nullable;

/** Which rows of a list are shown: all, or those of one kind, with how many there are. */
record RowFilter(String word, String label, int count, RowsFilter rows) {

    /** Before a list has run, by what rows would become; afterwards by what they became. Of what is rare, only what there is. */
    static List<RowFilter> of(Import list) {
        Counts counts = list.counts();
        List<RowFilter> all = new ArrayList<>();
        all.add(new RowFilter("all", "All", list.rows(), RowsFilter.ALL));
        if (list.state() == ImportState.Checked) {
            addIfAny(all, new RowFilter("look", "Need a look", counts.look(), new RowsFilter(null, null, true, false)));
            boolean locations = list.kind() == ImportKind.Locations;
            if (!locations) {
                all.add(of(RowOutcome.New, "New", counts.fresh()));
            }
            addIfAny(all, of(RowOutcome.Update, "Changes", counts.update()));
            addIfAny(all, of(RowOutcome.Unchanged, "Unchanged", counts.unchanged()));
            addIfAny(all, of(RowOutcome.Location, "Further locations", counts.location()));
            all.add(of(RowOutcome.Match, locations ? "Known locations" : "Known customers", counts.match()));
            addIfAny(all, of(RowOutcome.OpenLead, "Open leads", counts.openLead()));
            all.add(of(RowOutcome.Twice, "Twice", counts.twice()));
            addIfAny(all, of(RowOutcome.LeftOut, "Left out by hand", counts.leftOut()));
            all.add(of(RowOutcome.Wrong, "Wrong", counts.wrong()));
        } else if (list.state() == ImportState.Undone) {
            all.add(of(RowResult.Removed, "Taken back", counts.removed()));
            all.add(of(RowResult.Kept, "Kept", counts.kept()));
            all.add(of(RowResult.Skipped, "Left out", counts.skipped()));
            all.add(of(RowResult.Failed, "Wrong", counts.failed()));
        } else {
            all.add(of(RowResult.Made, "Made", counts.made()));
            addIfAny(all, of(RowResult.Updated, "Changed", counts.updated()));
            all.add(of(RowResult.Skipped, "Left out", counts.skipped()));
            all.add(of(RowResult.Failed, "Wrong", counts.failed()));
        }
        addIfAny(
                all,
                new RowFilter("unreached", "Not reached", list.unreached(), new RowsFilter(null, null, false, true)));
        return all;
    }

    private static void addIfAny(List<RowFilter> all, RowFilter filter) {
        if (filter.count > 0) {
            all.add(filter);
        }
    }

    private static RowFilter of(RowOutcome outcome, String label, int count) {
        return new RowFilter(
                outcome.name().toLowerCase(Locale.ROOT), label, count, new RowsFilter(outcome, null, false, false));
    }

    private static RowFilter of(RowResult result, String label, int count) {
        return new RowFilter(
                result.name().toLowerCase(Locale.ROOT), label, count, new RowsFilter(null, result, false, false));
    }

    /** The one that the address names, or all. */
    static RowFilter chosen(List<RowFilter> all, @Nullable String word) {
        return all.stream()
                .filter(one -> Objects.equals(one.word, word))
                .findFirst()
                .orElse(all.getFirst());
    }
}

package org.callboard.imports;

import java.time.Instant;
import java.util.List;
import org.callboard.database.Caller;
import org.callboard.listchoices.Choices;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.SheetLayout;
import org.jspecify.annotations.Nullable;

/**
 * A list that was uploaded, and what became of it.
 *
 * @param readAs how the file was read, in words for people
 * @param columns their names
 * @param rows how many rows stand below
 * @param reached the number of the row up to which the work of its state is done
 * @param done how many rows that are
 * @param actor as whom the background work acts
 * @param rowsForgottenOn when its rows were removed; its counts stay
 */
public record Import(
        long id,
        ImportKind kind,
        ImportState state,
        String fileName,
        String readAs,
        List<String> columns,
        SheetLayout layout,
        Choices choices,
        int rows,
        int reached,
        int done,
        Counts counts,
        Caller actor,
        String createdByName,
        Instant createdOn,
        Instant modifiedOn,
        @Nullable Instant rowsForgottenOn) {

    /** How many rows it had not reached when it was stopped; also once what was made is taken back. */
    public int unreached() {
        boolean ended = state == ImportState.Cancelled || state == ImportState.Undone;
        return ended ? rows - counts.made() - counts.updated() - counts.skipped() - counts.failed() : 0;
    }

    /** Whether there are such rows. */
    public boolean isStopped() {
        return unreached() > 0;
    }

    /** How much of its work is done, from 0 to 100. */
    public int percent() {
        if (state == ImportState.Undone) {
            return 100; // the rows that made nothing had nothing to be undone
        }
        int all = state == ImportState.Undoing ? counts.done() : rows;
        return all == 0 ? 100 : (int) (100L * done / all);
    }
}

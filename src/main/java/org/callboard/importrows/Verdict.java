package org.callboard.importrows;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.callboard.database.RecordShape;
import org.callboard.importrows.Aim.Candidate;
import org.callboard.importrows.OpenLeads.OpenLead;
import org.callboard.importrows.RowKind.Wanted;
import org.callboard.listchoices.OnMatch;
import org.callboard.listchoices.RowList;
import org.callboard.matches.ManyMatches.Found;
import org.callboard.matches.MatchReason;
import org.callboard.sheets.RowCells;
import org.jspecify.annotations.Nullable;

/**
 * What a row would become, and all that is needed to make it so.
 *
 * @param draft null where the cells can't be read
 * @param reason why it matches, or is there twice
 * @param match the customer that its person is
 * @param lead the open lead that its person is
 * @param update what it changes of a record that is there
 * @param sameAs the earlier row whose customer it is another location of; 0 where there is none
 * @param keys what it has in common with rows that are the same, hashed
 */
record Verdict<D>(
        StagedRow row,
        RowCells cells,
        @Nullable D draft,
        RowOutcome outcome,
        Map<String, List<String>> problems,
        List<String> warnings,
        @Nullable String reason,
        @Nullable Found match,
        @Nullable OpenLead lead,
        @Nullable RowUpdate update,
        int sameAs,
        List<Long> keys) {

    /** What is done where the row becomes this. */
    enum Deed {
        MAKE,
        UPDATE,
        /** Another location of what an earlier row became. */
        LOCATE,
        NOTHING
    }

    Deed deed(RowList list) {
        boolean makes = outcome.makes(list.kind(), list.choices().onMatch());
        return switch (outcome) {
            case New, Match -> makes ? Deed.MAKE : Deed.NOTHING;
            case Location -> update == null ? Deed.LOCATE : Deed.UPDATE;
            case Update -> Deed.UPDATE;
            case OpenLead, Unchanged, Twice, LeftOut, Wrong -> Deed.NOTHING;
        };
    }

    /** The record that is to be made; where people chose so, for the customer that its person is already. */
    Wanted<D> wanted(OnMatch onMatch) {
        return new Wanted<>(made(), onMatch == OnMatch.Attach || row.decided() != null ? match : null);
    }

    Candidate<D> candidate() {
        return new Candidate<>(row, cells, made(), problems, match);
    }

    private D made() {
        if (draft == null) {
            throw new IllegalStateException("row " + row.number() + " was not read");
        }
        return draft;
    }

    /** Whether it was shown to change that record as it was before somebody changed it. */
    boolean isStale(RowMemory memory) {
        StagedRow.Shown shown = row.shown();
        return update != null
                && shown != null
                && (shown.customerId() != update.customerId()
                        || !memory.areSame(update.customerId(), shown.version(), update.version()));
    }

    /** The same with what it changes now. */
    Verdict<D> with(RowUpdate now) {
        return RecordShape.with(this, "update", now);
    }

    JudgedRow judged() {
        Long customer = update != null
                ? Long.valueOf(update.customerId())
                : match == null ? null : Long.valueOf(match.customerId());
        return new JudgedRow(
                row.number(),
                outcome,
                problems,
                warnings,
                reason == null ? why() : reason,
                customer,
                lead == null || outcome != RowOutcome.OpenLead ? null : Long.valueOf(lead.id()),
                update == null || isLeftOut() ? List.of() : update.changes(),
                update == null ? null : update.version(),
                null,
                null,
                null,
                keys,
                cells.names().inCapitals());
    }

    /** Whether the record that the row is about stays as it is. */
    private boolean isLeftOut() {
        return outcome == RowOutcome.Match || outcome == RowOutcome.LeftOut;
    }

    private @Nullable String why() {
        return match == null
                ? null
                : match.reasons().stream().map(MatchReason::label).collect(Collectors.joining(", "));
    }
}

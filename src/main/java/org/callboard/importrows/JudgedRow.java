package org.callboard.importrows;

import java.util.List;
import java.util.Map;
import org.callboard.importrows.RowUpdate.Applied;
import org.jspecify.annotations.Nullable;

/**
 * What a row would become and, once it was made so, what it became.
 *
 * @param problems what is wrong, by field ({@link RowProblems#ROW} for the row as a whole)
 * @param warnings what should be looked at, though no rule is broken
 * @param reason why it matches, or is there twice
 * @param matchId the customer that it matches, changes, or becomes a location of
 * @param leadId the open lead that its person is
 * @param changes what it changes of that customer, or of a location of it
 * @param version of what it changes when this was found out; once it was changed, afterwards
 * @param recordId what was made of it, or what was changed
 * @param undo what the change is taken back by
 * @param keys what it has in common with rows that are the same
 * @param capitals whether its name is all in capitals
 */
public record JudgedRow(
        int number,
        RowOutcome outcome,
        Map<String, List<String>> problems,
        List<String> warnings,
        @Nullable String reason,
        @Nullable Long matchId,
        @Nullable Long leadId,
        List<FieldChange> changes,
        @Nullable Integer version,
        @Nullable RowResult result,
        @Nullable Long recordId,
        @Nullable String undo,
        List<Long> keys,
        boolean capitals) {

    /** A row that the database did not take. */
    public static JudgedRow refused(int number, @Nullable RowResult result) {
        return new JudgedRow(
                number,
                RowOutcome.Wrong,
                Map.of(RowProblems.ROW, List.of("The database did not take this row.")),
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                result,
                null,
                null,
                List.of(),
                false);
    }

    JudgedRow with(@Nullable RowResult newResult, @Nullable Long record) {
        return became(newResult, record, matchId, version, undo, reason);
    }

    JudgedRow leftOut(String why) {
        return became(RowResult.Skipped, null, matchId, version, null, why);
    }

    JudgedRow updated(Applied change) {
        return became(
                RowResult.Updated, change.recordId(), change.customerId(), change.version(), change.undo(), reason);
    }

    private JudgedRow became(
            @Nullable RowResult newResult,
            @Nullable Long record,
            @Nullable Long match,
            @Nullable Integer newVersion,
            @Nullable String newUndo,
            @Nullable String newReason) {
        return new JudgedRow(
                number,
                outcome,
                problems,
                warnings,
                newReason,
                match,
                leadId,
                changes,
                newVersion,
                newResult,
                record,
                newUndo,
                keys,
                capitals);
    }

    /** What a row changes of a record, before and after, as people read it. */
    public record FieldChange(
            String field, @Nullable String before, @Nullable String after) {}

    /**
     * A row that became something, to be taken back.
     *
     * @param recordId what was made or changed
     * @param version of what was changed, after it was
     * @param undo what the change is taken back by; null where something was made
     */
    public record DoneRow(
            int number,
            RowOutcome outcome,
            long recordId,
            @Nullable Integer version,
            @Nullable String undo) {}
}

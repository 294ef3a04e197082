package org.callboard.imports;

import java.util.List;
import java.util.Map;
import org.callboard.importrows.JudgedRow.FieldChange;
import org.callboard.importrows.RowOutcome;
import org.callboard.importrows.RowResult;
import org.callboard.importrows.StagedRow.Decided;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list with what it would become and what it became, as far as that is known.
 *
 * @param number as a spreadsheet counts: the line of names is usually 1
 * @param cells as somebody mended them, or as they stand in the file
 * @param problems what is wrong, by field ({@code row} for the row as a whole)
 * @param warnings what should be looked at, though nothing is wrong
 * @param reason why it matches, or is there twice
 * @param matchId the customer that it matches or changes
 * @param leadId the open lead that it is
 * @param changes what it changes of that customer, or of a location of it
 * @param recordId the lead or customer that was made of it, or the customer or location that it changed
 * @param keptReason why that could not be taken back
 */
public record ImportRow(
        int number,
        List<String> cells,
        boolean mended,
        @Nullable Decided decided,
        @Nullable RowOutcome outcome,
        Map<String, List<String>> problems,
        List<String> warnings,
        @Nullable String reason,
        @Nullable Long matchId,
        @Nullable String matchName,
        @Nullable Long leadId,
        List<FieldChange> changes,
        @Nullable RowResult result,
        @Nullable Long recordId,
        @Nullable String keptReason,
        boolean capitals) {}

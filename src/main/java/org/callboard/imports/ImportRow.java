package org.callboard.imports;

import java.util.List;
import java.util.Map;
import org.callboard.importrows.RowOutcome;
import org.callboard.importrows.RowResult;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list with what it would become and what it became, as far as that is known.
 *
 * @param number as a spreadsheet counts: the line of names is usually 1
 * @param problems what is wrong, by field ({@code row} for the row as a whole)
 * @param reason why it matches, or is there twice
 * @param matchId the customer that it matches
 * @param recordId the lead or customer that was made of it
 * @param keptReason why that could not be taken back
 */
public record ImportRow(
        int number,
        List<String> cells,
        @Nullable RowOutcome outcome,
        Map<String, List<String>> problems,
        @Nullable String reason,
        @Nullable Long matchId,
        @Nullable String matchName,
        @Nullable RowResult result,
        @Nullable Long recordId,
        @Nullable String keptReason) {}

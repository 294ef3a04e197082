package org.callboard.importrows;

import java.util.List;
import java.util.Map;
import org.callboard.sheets.RowCells;
import org.jspecify.annotations.Nullable;

/**
 * What a row would become and, once it was made so, what it became.
 *
 * @param problems what is wrong, by field ({@link RowCells#ROW} for the row as a whole)
 * @param reason why it matches, or is there twice
 * @param matchId the customer that it matches
 * @param recordId the lead or customer that was made of it
 */
public record JudgedRow(
        int number,
        RowOutcome outcome,
        Map<String, List<String>> problems,
        @Nullable String reason,
        @Nullable Long matchId,
        @Nullable RowResult result,
        @Nullable Long recordId) {}

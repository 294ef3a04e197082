package org.callboard.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list with what it would become and what it became, as far as that is known.
 *
 * @param number as a spreadsheet counts: the line of names is 1
 * @param problems what is wrong, by field ({@code row} for the row as a whole)
 * @param reason why it matches, or is there twice
 * @param matchId the customer that it matches
 * @param recordId the lead or customer that was made of it
 * @param keptReason why that could not be taken back
 */
public record ImportRow(
        int number,
        List<String> cells,
        @Nullable Outcome outcome,
        Map<String, List<String>> problems,
        @Nullable String reason,
        @Nullable Long matchId,
        @Nullable String matchName,
        @Nullable Result result,
        @Nullable Long recordId,
        @Nullable String keptReason) {

    /** What a row would become. */
    public enum Outcome {
        New,
        /** Its person is a customer already. */
        Match,
        /** An earlier row of the list is the same. */
        Twice,
        Wrong
    }

    /** What a row became. */
    public enum Result {
        Made,
        Skipped,
        Failed,
        /** Made, and taken back. */
        Removed,
        /** Made, and still there after everything else was taken back. */
        Kept
    }
}

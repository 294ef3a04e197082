package org.callboard.importrows;

import java.util.List;
import java.util.Map;
import org.callboard.matches.ManyMatches.Found;
import org.callboard.sheets.RowCells;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * The customer or location on record that a row is about, by what it says itself or by what somebody decided.
 *
 * @param update what changes of them, or of a location; null where nothing can or does
 * @param attached whose the record becomes that is made
 * @param problems why nothing can
 */
record Aim(@Nullable RowUpdate update, @Nullable Found attached, Map<String, List<String>> problems) {

    /**
     * A row that may have one.
     *
     * @param problems what is wrong with it as a record of its own
     * @param match whom it matches
     */
    record Candidate<D>(
            StagedRow row,
            RowCells cells,
            D draft,
            Map<String, List<String>> problems,
            @Nullable Found match) {}

    static Aim at(RowUpdate update) {
        return new Aim(update, null, Map.of());
    }

    static Aim attached(Found customer) {
        return new Aim(null, customer, Map.of());
    }

    static Aim missed(String field, String sentence) {
        return missed(new FieldErrors().add(field, sentence).asMap());
    }

    static Aim missed(Map<String, List<String>> problems) {
        return new Aim(null, null, problems);
    }
}

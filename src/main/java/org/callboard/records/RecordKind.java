package org.callboard.records;

import java.util.Locale;
import java.util.Map;
import org.callboard.platform.ApiProblem;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of records that others hang on. Their tables are named alike ({@code customer_note}, {@code location_note}),
 * so that one statement text serves each.
 */
public enum RecordKind {
    Customer,
    Location;

    /** The table, and the kind's word in the change log. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name on the wire of this kind's ids. */
    public String idField() {
        return word() + "Id";
    }

    /** Puts the kind's word into a statement that is written with {@code KIND}. */
    public String sql(String text) {
        return text.replace("KIND", word());
    }

    /** 409: the contacts of a record that is out of use are neither shown nor changed. */
    public void requireActive(long id, boolean active) {
        if (!active) {
            throw ApiProblem.conflict(name() + " " + id + " is not active.", Map.of("active", false));
        }
    }

    /**
     * Deactivating and reactivating through the API needs a right that connections don't have by default: 403 where the
     * wanted state differs from what is.
     */
    public void requireSameState(boolean active, @Nullable Boolean wanted) {
        if (wanted != null && wanted != active) {
            throw ApiProblem.forbidden("This connection may not " + (wanted ? "reactivate" : "deactivate") + " a "
                    + word() + ". The right to do so is off unless it was given to the connection.");
        }
    }
}

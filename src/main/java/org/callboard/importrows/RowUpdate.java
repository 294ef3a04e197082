package org.callboard.importrows;

import java.util.List;
import org.callboard.importrows.JudgedRow.FieldChange;

/** What a row changes of a record that is there. */
sealed interface RowUpdate permits CustomerUpdate, LocationUpdate {

    /**
     * A change that was made.
     *
     * @param recordId what was changed
     * @param customerId the customer that is, or whose location
     * @param version the record's after it
     * @param undo what takes it back
     */
    record Applied(long recordId, long customerId, int version, String undo) {}

    /** The customer that it changes, or whose location. */
    long customerId();

    /** The version of the record as it was compared. */
    int version();

    /** What it changes, before and after. */
    List<FieldChange> changes();

    /** Whether the record itself changes, and not only what belongs to it. */
    boolean changesRecord();

    /** Whether it gives a customer another location. */
    boolean addsLocation();

    /** What the record is, within a sentence. */
    String word();
}

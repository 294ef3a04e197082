package org.callboard.jobapi;

import org.callboard.paging.Ids;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;

/** The number of a job or an invoice as a filter names it: text in the contract, and with us its id. */
record RecordNumber(@Nullable String text) {

    static RecordNumber of(@Nullable String text) {
        return new RecordNumber(text);
    }

    /** Lets only the record with this number through; none where that is no number of ours. */
    Where applyTo(String column, Where where) {
        if (text == null) {
            return where;
        }
        Long number = Ids.typed(text);
        return number == null
                ? where.onlyIf(false)
                : where.and(column + " = :" + column + "Number", column + "Number", number);
    }
}

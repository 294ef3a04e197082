package org.callboard.paging;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/** What a list takes whose records can't be asked for by their ids. */
public record DatedQuery(
        @JsonUnwrapped DateRange dates, @Nullable Sort sort) {

    public static final DatedQuery ALL = new DatedQuery(DateRange.ALL, null);

    /** Adds the conditions to a statement over a table with the columns id, created_on and modified_on. */
    public Where applyTo(Where where) {
        return new ListQuery(null, dates, sort).applyTo(where);
    }
}

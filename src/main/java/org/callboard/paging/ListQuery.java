package org.callboard.paging;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/** What every list of records with dates takes beside its own filters. */
public record ListQuery(
        @Nullable Ids ids,
        @JsonUnwrapped DateRange dates,
        @Nullable Sort sort) {

    /** Adds the conditions to a statement over a table with the columns id, created_on and modified_on. */
    public Where applyTo(Where where) {
        if (ids != null) {
            where.and("id = any(:ids)", "ids", ids.values().toArray(Long[]::new));
        }
        return dates.applyTo(where).orderBy(sort == null ? Sort.BY_ID : sort);
    }
}

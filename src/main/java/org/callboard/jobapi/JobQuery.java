package org.callboard.jobapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.callboard.jobs.Priority;
import org.callboard.paging.DateRange;
import org.callboard.paging.Ids;
import org.callboard.paging.ListQuery;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.callboard.validation.CheckedQuery;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;

/** What every list takes ({@link ListQuery}), where the order may also be that of {@link Priority}, Low first. */
record JobQuery(
        @Nullable Ids ids,

        @JsonUnwrapped DateRange dates,

        @Schema(
                description = "+Field ascending, -Field descending; Id, ModifiedOn, CreatedOn or Priority, from Low to"
                        + " Urgent.",
                example = "-ModifiedOn")
        @Nullable
        String sort)
        implements CheckedQuery {

    /** In the order of the constants; their names have another. */
    private static final Map<String, String> BY_PRIORITY = Map.of(
            "priority",
            Arrays.stream(Priority.values())
                    .map(Priority::name)
                    .collect(Collectors.joining("', '", "array_position(array['", "'], priority)")));

    @Override
    public void check(FieldErrors errors) {
        try {
            order();
        } catch (IllegalArgumentException e) {
            errors.add("sort", String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Sort order() {
        return sort == null ? null : Sort.parse(sort, BY_PRIORITY);
    }

    /** Adds the conditions and the order to a statement over the table of jobs. */
    Where applyTo(Where where) {
        return new ListQuery(ids, dates, order()).applyTo(where);
    }
}

package org.callboard.paging;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a list of named records that can be deactivated takes. */
public record NamedQuery(
        @Nullable Ids ids,

        @Schema(description = "Finds in any case and in part.") @Nullable
        String name,

        @Schema(description = "Only the active ones by default.") @Nullable
        ActiveFilter active,

        @JsonUnwrapped DateRange dates) {

    /** A list whose only filter is {@code active}. */
    public static NamedQuery of(@Nullable ActiveFilter active) {
        return new NamedQuery(null, null, active, DateRange.ALL);
    }

    /** Adds the conditions over a table with the columns id, name, active, created_on and modified_on. */
    public Where applyTo(Where where, Sort sort) {
        new ListQuery(ids, dates, sort).applyTo(where);
        return ActiveFilter.apply(active, where).andIf("position(lower(:name) in lower(name)) > 0", "name", name);
    }
}

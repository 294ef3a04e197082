package org.callboard.platform;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What every list of records with dates takes beside its own filters. {@code …Before} excludes the instant. */
public record ListQuery(
        @Nullable Ids ids,

        @Schema(description = "Excludes the instant.") @Nullable
        Instant createdBefore,

        @Schema(description = "Includes the instant.") @Nullable
        Instant createdOnOrAfter,

        @Schema(description = "Excludes the instant.") @Nullable
        Instant modifiedBefore,

        @Schema(description = "Includes the instant.") @Nullable
        Instant modifiedOnOrAfter,

        @Nullable Sort sort) {

    public static final ListQuery ALL = new ListQuery(null, null, null, null, null, null);

    /** Adds the conditions to a statement over a table with the columns id, created_on and modified_on. */
    public Where applyTo(Where where) {
        if (ids != null) {
            where.and("id = any(:ids)", "ids", ids.values().toArray(Long[]::new));
        }
        return where.andIf("created_on < :createdBefore", "createdBefore", createdBefore)
                .andIf("created_on >= :createdOnOrAfter", "createdOnOrAfter", createdOnOrAfter)
                .andIf("modified_on < :modifiedBefore", "modifiedBefore", modifiedBefore)
                .andIf("modified_on >= :modifiedOnOrAfter", "modifiedOnOrAfter", modifiedOnOrAfter)
                .orderBy(sort == null ? Sort.BY_ID : sort);
    }
}

package org.callboard.records;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.callboard.platform.DatedQuery;
import org.callboard.platform.Sort;
import org.callboard.platform.Where;
import org.jspecify.annotations.Nullable;

/** The dates that a list takes which has neither {@code ids} nor {@code sort}. */
public record DateQuery(
        @Schema(description = "Excludes the instant.") @Nullable
        Instant createdBefore,

        @Schema(description = "Includes the instant.") @Nullable
        Instant createdOnOrAfter,

        @Schema(description = "Excludes the instant.") @Nullable
        Instant modifiedBefore,

        @Schema(description = "Includes the instant.") @Nullable
        Instant modifiedOnOrAfter) {

    public boolean namesModified() {
        return modifiedBefore != null || modifiedOnOrAfter != null;
    }

    public boolean namesCreated() {
        return createdBefore != null || createdOnOrAfter != null;
    }

    /** Adds the conditions to a statement over a table with the columns id, created_on and modified_on. */
    public Where applyTo(Where where, @Nullable Sort sort) {
        return new DatedQuery(createdBefore, createdOnOrAfter, modifiedBefore, modifiedOnOrAfter, sort).applyTo(where);
    }
}

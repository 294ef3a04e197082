package org.callboard.paging;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When records were made and last changed, as every list of records with dates can be narrowed. */
public record DateRange(
        @Schema(description = "Excludes the instant.") @Nullable
        Instant createdBefore,

        @Schema(description = "Includes the instant.") @Nullable
        Instant createdOnOrAfter,

        @Schema(description = "Excludes the instant.") @Nullable
        Instant modifiedBefore,

        @Schema(description = "Includes the instant.") @Nullable
        Instant modifiedOnOrAfter) {

    public static final DateRange ALL = new DateRange(null, null, null, null);

    public boolean namesModified() {
        return modifiedBefore != null || modifiedOnOrAfter != null;
    }

    public boolean namesCreated() {
        return createdBefore != null || createdOnOrAfter != null;
    }

    /** Adds the conditions to a statement over a table with the columns created_on and modified_on. */
    public Where applyTo(Where where) {
        return where.andIf("created_on < :createdBefore", "createdBefore", createdBefore)
                .andIf("created_on >= :createdOnOrAfter", "createdOnOrAfter", createdOnOrAfter)
                .andIf("modified_on < :modifiedBefore", "modifiedBefore", modifiedBefore)
                .andIf("modified_on >= :modifiedOnOrAfter", "modifiedOnOrAfter", modifiedOnOrAfter);
    }
}

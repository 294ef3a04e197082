package org.callboard.platform;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a list takes whose records can't be asked for by their ids. {@code …Before} excludes the instant. */
public record DatedQuery(
        @Schema(description = "Excludes the instant.") @Nullable
        Instant createdBefore,

        @Schema(description = "Includes the instant.") @Nullable
        Instant createdOnOrAfter,

        @Schema(description = "Excludes the instant.") @Nullable
        Instant modifiedBefore,

        @Schema(description = "Includes the instant.") @Nullable
        Instant modifiedOnOrAfter,

        @Nullable Sort sort) {

    /** Adds the conditions to a statement over a table with the columns id, created_on and modified_on. */
    public Where applyTo(Where where) {
        return new ListQuery(null, createdBefore, createdOnOrAfter, modifiedBefore, modifiedOnOrAfter, sort)
                .applyTo(where);
    }
}

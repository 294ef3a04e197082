package org.callboard.paging;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** Paging as it stands in the query of a list. */
public record PageQuery(
        @Schema(description = "Counts from 1.", defaultValue = "1") @Min(1) @Nullable
        Integer page,

        @Schema(description = "1 to 5000.", defaultValue = "50") @Min(1) @Max(Paging.LARGEST_SIZE) @Nullable
        Integer pageSize,

        @Schema(description = "true fills totalCount.") @Nullable
        Boolean includeTotal) {

    public Paging paging() {
        return new Paging(
                page == null ? 1 : page,
                pageSize == null ? Paging.DEFAULT_SIZE : pageSize,
                Boolean.TRUE.equals(includeTotal));
    }
}

package org.callboard.paging;

import org.jspecify.annotations.Nullable;

/** The order of a list, as some of the contract's lists have it in place of {@link Sort} or beside it. */
public record OrderQuery(@Nullable Field orderBy, @Nullable Direction orderByDirection) {

    /** What a list may be ordered by. */
    public enum Field {
        id,
        modifiedOn,
        createdOn
    }

    /** The two ways, each in two spellings. */
    public enum Direction {
        asc,
        ascending,
        desc,
        descending
    }

    /** By id, ascending, unless something else is asked for. */
    public Sort sort() {
        boolean descending = orderByDirection == Direction.desc || orderByDirection == Direction.descending;
        return switch (orderBy == null ? Field.id : orderBy) {
            case id -> new Sort("id", descending);
            case modifiedOn -> new Sort("modified_on", descending);
            case createdOn -> new Sort("created_on", descending);
        };
    }
}

package org.callboard.paging;

import org.jspecify.annotations.Nullable;

/** The contract's {@code active} filter. Read in any case, since Python clients send {@code True}. */
public enum ActiveFilter {
    True,
    Any,
    False;

    /** Generated clients of PHP write booleans as 1 and 0. */
    public static String word(String text) {
        return switch (text.strip()) {
            case "1" -> True.name();
            case "0" -> False.name();
            default -> text;
        };
    }

    /** Adds the condition over the column {@code active}; a list that was asked for nothing shows the active ones. */
    public static Where apply(@Nullable ActiveFilter filter, Where where) {
        return switch (filter == null ? True : filter) {
            case True -> where.and("active");
            case False -> where.and("not active");
            case Any -> where;
        };
    }
}

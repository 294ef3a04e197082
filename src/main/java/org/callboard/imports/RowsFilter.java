package org.callboard.imports;

import org.callboard.importrows.RowOutcome;
import org.callboard.importrows.RowResult;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a list are shown; null lets any through.
 *
 * @param look whether only those that should be looked at
 * @param unreached whether only those of which nothing has become yet
 */
public record RowsFilter(
        @Nullable RowOutcome outcome, @Nullable RowResult result, boolean look, boolean unreached) {

    public static final RowsFilter ALL = new RowsFilter(null, null, false, false);
}

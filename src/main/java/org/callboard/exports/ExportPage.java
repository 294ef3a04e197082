package org.callboard.exports;

import java.util.List;
import java.util.function.Predicate;

/**
 * The contract's envelope of an export.
 *
 * @param hasMore whether there is more right now; where not, a reader waits some minutes before it goes on
 * @param continueFrom the {@code from} of the next call, always there
 */
record ExportPage<T>(boolean hasMore, String continueFrom, List<T> data) {

    /** Only those records; where it goes on stays the same. */
    ExportPage<T> filter(Predicate<T> wanted) {
        return new ExportPage<>(
                hasMore, continueFrom, data.stream().filter(wanted).toList());
    }
}

package org.callboard.exports;

import java.util.List;

/**
 * The contract's envelope of an export.
 *
 * @param hasMore whether there is more right now; where not, a reader waits some minutes before it goes on
 * @param continueFrom the {@code from} of the next call, always there
 */
record ExportPage<T>(boolean hasMore, String continueFrom, List<T> data) {}

package org.callboard.web.records;

import java.time.Instant;
import org.callboard.details.RecordKind;

/**
 * That a record was merged into another one, as the pages of both say it.
 *
 * @param other the record that this one lives on in, or that was merged into this one
 * @param gone whether the page is of the one that was removed
 * @param undoable whether it is not too long ago to be undone
 */
record MergedLine(
        RecordKind kind, long mergeId, OpenRecord.Ref other, boolean gone, Instant on, String by, boolean undoable) {

    /** The page of the other one, as it is. */
    public String href() {
        return OpenRecord.path(kind) + "/" + other.id() + (gone ? "" : "?stay=true");
    }
}

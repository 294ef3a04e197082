package org.callboard.importrows;

/** What a row became. */
public enum RowResult {
    Made,
    Skipped,
    Failed,
    /** Made, and taken back. */
    Removed,
    /** Made, and still there after everything else was taken back. */
    Kept
}

package org.callboard.importrows;

/** What a row became. */
public enum RowResult {
    Made,
    /** It changed a customer that was there. */
    Updated,
    Skipped,
    Failed,
    /** Made or changed, and taken back. */
    Removed,
    /** Made or changed, and still so after everything else was taken back. */
    Kept
}

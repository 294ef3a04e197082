package org.callboard.listchoices;

import org.callboard.sheets.ImportKind;

/** What becomes of a row whose person is a customer already, or whose location is there. */
public enum OnMatch {
    /** A lead of that customer, or another location of it. */
    Attach,
    /** Nothing. */
    Skip,
    /** A new record all the same. */
    Create;

    /** What is done where nothing was said. */
    public static OnMatch usual(ImportKind kind) {
        return kind == ImportKind.Leads ? Attach : Skip;
    }
}

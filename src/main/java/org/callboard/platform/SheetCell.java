package org.callboard.platform;

import org.jspecify.annotations.Nullable;

/** Cells of files that somebody opens in a spreadsheet. */
public final class SheetCell {

    /** Spreadsheets compute what starts with one of these. */
    private static final String COMPUTED = "=+-@\t\r\n";

    private SheetCell() {}

    /** What somebody typed, never a formula: what a spreadsheet would compute gets an apostrophe in front. */
    public static String text(@Nullable String value) {
        return value == null || value.isEmpty() ? "" : COMPUTED.indexOf(value.charAt(0)) < 0 ? value : "'" + value;
    }
}

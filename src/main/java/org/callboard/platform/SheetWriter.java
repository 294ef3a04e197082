package org.callboard.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes files of comma-separated values that somebody opens in a spreadsheet (RFC 4180, UTF-8). A cell that a spreadsheet
 * would compute gets an apostrophe in front: names and addresses come from strangers. All such files are written here.
 */
public final class SheetWriter {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}; // else Excel guesses
    private static final String GUARD = "'";

    /**
     * What spreadsheets compute, once full-width and other forms of a sign are the plain one: they pass over blanks of any
     * kind in front of it, also those that nobody sees. Tabs and line breaks split a cell where they stand first.
     */
    private static final Pattern COMPUTED =
            Pattern.compile("[\\t\\r\\n]|[\\p{IsWhite_Space}\\p{Z}\\p{C}]*[=+\\-\\u2212@]");

    private final CsvWriter csv;

    private SheetWriter(CsvWriter csv) {
        this.csv = csv;
    }

    /** Begins a file. The stream stays the caller's, who closes it. */
    public static SheetWriter begin(OutputStream out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        return new SheetWriter(CsvWriter.builder().build(out, UTF_8));
    }

    /** Writes a row; a cell that is null is empty. */
    public void row(List<? extends @Nullable String> cells) {
        csv.writeRecord(cells.stream().map(SheetWriter::guarded).toList());
    }

    public void flush() throws IOException {
        csv.flush();
    }

    /** What was written into a cell, where it is guarded; any other cell as it is. */
    public static String typed(String cell) {
        String rest = cell.startsWith(GUARD) ? cell.substring(GUARD.length()) : cell;
        return computed(rest) ? rest : cell;
    }

    private static String guarded(@Nullable String value) {
        return value == null ? "" : computed(value) ? GUARD + value : value;
    }

    private static boolean computed(String value) {
        return COMPUTED.matcher(Normalizer.normalize(value, Normalizer.Form.NFKC))
                .lookingAt();
    }
}

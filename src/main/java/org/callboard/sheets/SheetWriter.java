package org.callboard.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes files of comma-separated values that somebody opens in a spreadsheet (RFC 4180, UTF-8). A cell that a spreadsheet
 * would compute gets an apostrophe in front: names and addresses come from strangers. All such files are written here.
 */
public final class SheetWriter {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}; // else Excel guesses
    private static final String GUARD = "'";

    /** How spreadsheets keep a text that looks like a number: {@code ="045402"}. */
    private static final Pattern AS_TEXT = Pattern.compile("=\"([^\"]*)\"");

    /** What spreadsheets pass over in front of a formula: blanks of any kind, also those that nobody sees. */
    private static final Pattern BLANKS = Pattern.compile("[\\p{IsWhite_Space}\\p{Z}\\p{C}]*");

    private static final Set<String> SIGNS = Set.of("=", "+", "-", "\u2212", "@");

    /** These split a cell where they stand first. */
    private static final String SPLITTING = "\t\r\n";

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

    /** What a cell means, without what keeps a spreadsheet from computing it: {@code ="045402"}, or our own apostrophe. */
    public static String plain(String cell) {
        if (cell.isEmpty() || isLetterOrDigit(cell.charAt(0))) {
            return cell;
        }
        Matcher text = AS_TEXT.matcher(cell);
        if (text.matches()) {
            return text.group(1);
        }
        String rest = cell.startsWith(GUARD) ? cell.substring(GUARD.length()) : cell;
        return computed(rest) ? rest : cell;
    }

    /** How most cells begin. */
    private static boolean isLetterOrDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static String guarded(@Nullable String value) {
        return value == null ? "" : computed(value) ? GUARD + value : value;
    }

    /** Full-width and other forms of a sign are the plain one, and a mark behind it makes no other sign of it. */
    private static boolean computed(String value) {
        Matcher blanks = BLANKS.matcher(value);
        String rest = blanks.lookingAt() ? value.substring(blanks.end()) : value;
        if (rest.isEmpty()) {
            return !value.isEmpty() && SPLITTING.indexOf(value.charAt(0)) >= 0;
        }
        String first = rest.substring(0, rest.offsetByCodePoints(0, 1));
        return SPLITTING.indexOf(value.charAt(0)) >= 0 || SIGNS.contains(Normalizer.normalize(first, Form.NFKC));
    }
}

package org.callboard.sheets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.validation.VisibleText;

/**
 * A file of separated values as programs really write them: UTF-8 with or without a byte order mark, Excel's UTF-16, or
 * Windows-1252; parted by commas, semicolons or tabs; with line breaks in quotes, and with Excel's {@code sep=} line.
 */
public final class CsvFile {

    static final int MAX_ROWS = 200_000;
    static final int MAX_COLUMNS = 2000;
    private static final int MAX_CELL = 50_000;
    private static final int MAX_ROW = 1_000_000;
    private static final int LOOKED_AT = 64 << 10;
    private static final String SEPARATORS = ",;\t|";
    /** What has a meaning of its own in such a file, or to who reads it. */
    private static final String NO_SEPARATORS = "\"#";

    private static final Pattern SEP_LINE = Pattern.compile("sep=(.)\\r?\\n?", Pattern.CASE_INSENSITIVE);
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Takes a row: its number as a spreadsheet counts, and its cells. */
    @FunctionalInterface
    public interface RowReader {
        void row(int number, List<String> cells);
    }

    private final Path path;
    private final Charset charset;
    private final int markLength;
    private final char separator;
    private final boolean namesSeparator;

    private CsvFile(Path path, Charset charset, int markLength, char separator, boolean namesSeparator) {
        this.path = path;
        this.charset = charset;
        this.markLength = markLength;
        this.separator = separator;
        this.namesSeparator = namesSeparator;
    }

    /** Finds out how the file is written; Invalid where it is no text. */
    public static CsvFile of(Path path) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(3);
        }
        int markLength = 0;
        Charset charset;
        if (starts(start, 0xEF, 0xBB, 0xBF)) {
            charset = StandardCharsets.UTF_8;
            markLength = 3;
        } else if (starts(start, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            markLength = 2;
        } else if (starts(start, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            markLength = 2;
        } else {
            charset = isUtf8(path) ? StandardCharsets.UTF_8 : WINDOWS;
        }
        String text = start(path, charset, markLength);
        if (!VisibleText.in(text)) {
            throw wrong("The file is empty.");
        }
        if (text.indexOf(0) >= 0 || text.startsWith("PK")) {
            throw wrong("This is no file of separated values. Save the sheet as CSV and upload that.");
        }
        Matcher named = SEP_LINE.matcher(text);
        if (!named.lookingAt()) {
            return new CsvFile(path, charset, markLength, separator(text), false);
        }
        String separator = named.group(1);
        if (separator.length() > 1 || NO_SEPARATORS.contains(separator)) {
            throw wrong("The line sep= names “" + separator + "”, which can't part cells.");
        }
        return new CsvFile(path, charset, markLength, separator.charAt(0), true);
    }

    private static boolean starts(byte[] start, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= start.length || (start[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(Path path) throws IOException {
        CharBuffer sink = CharBuffer.allocate(8192);
        try (Reader reader = new InputStreamReader(
                Files.newInputStream(path), StandardCharsets.UTF_8.newDecoder())) { // reports what it can't read
            while (reader.read(sink) >= 0) {
                sink.clear();
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String start(Path path, Charset charset, int markLength) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            in.skipNBytes(markLength);
            return new String(in.readNBytes(LOOKED_AT), charset);
        }
    }

    /** The one that parts the first line into the most cells. */
    private static char separator(String text) {
        char best = ',';
        int most = 0;
        for (char candidate : SEPARATORS.toCharArray()) {
            try (CsvReader<CsvRecord> reader = CsvReader.builder()
                    .fieldSeparator(candidate)
                    .allowUnclosedQuote(true)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .allowExtraCharsAfterClosingQuote(true)
                    .ofCsvRecord(text)) {
                Iterator<CsvRecord> rows = reader.iterator();
                int cells = rows.hasNext() ? rows.next().getFieldCount() : 0;
                if (cells > most) {
                    best = candidate;
                    most = cells;
                }
            } catch (IOException | CsvParseException e) {
                continue; // it can't be this one
            }
        }
        return best;
    }

    /** How it is read, in words for people. */
    public String readAs() {
        String name = charset == WINDOWS
                ? "Windows-1252, since it is not UTF-8"
                : charset == StandardCharsets.UTF_8 ? "UTF-8" : "UTF-16";
        return name + ", separated by "
                + switch (separator) {
                    case ',' -> "commas";
                    case ';' -> "semicolons";
                    case '\t' -> "tabs";
                    default -> "“" + separator + "”";
                };
    }

    /**
     * The names of the columns. Invalid where there are too many, or none.
     */
    public List<String> columns() {
        List<List<String>> first = new ArrayList<>();
        read((number, cells) -> first.add(cells), 1);
        if (first.isEmpty()) {
            throw wrong("The first line must have the names of the columns.");
        }
        List<String> columns = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String cell : first.getFirst()) {
            String name = VisibleText.strip(SheetWriter.plain(cell)).replaceAll("\\s+", " ");
            String base =
                    name.isEmpty() ? "Column " + (columns.size() + 1) : name.substring(0, Math.min(100, name.length()));
            String unique = base;
            for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
                unique = base + " (" + i + ")";
            }
            columns.add(unique);
        }
        return columns;
    }

    /**
     * Reads the rows below the names; those that are empty are passed over. Invalid where there are too many, or where the
     * file can't be parted into cells.
     *
     * @return how many rows it were
     */
    public int each(RowReader reader) {
        int[] rows = {0};
        read(
                (number, cells) -> {
                    if (number > 1 && cells.stream().anyMatch(VisibleText::in)) {
                        rows[0]++;
                        if (rows[0] > MAX_ROWS) {
                            throw wrong("A list may have at most 200,000 rows. Part the file into several.");
                        }
                        reader.row(number, cells);
                    }
                },
                Integer.MAX_VALUE);
        if (rows[0] == 0) {
            throw wrong("There are no rows below the line of names.");
        }
        return rows[0];
    }

    private void read(RowReader reader, int most) {
        int number = 0;
        try (Reader text = open();
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(false)
                        .allowUnclosedQuote(false)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(true)
                        .build(
                                CsvRecordHandler.builder()
                                        .maxFields(MAX_COLUMNS)
                                        .maxFieldSize(MAX_CELL)
                                        .maxRecordSize(MAX_ROW)
                                        .build(),
                                text)) {
            for (CsvRecord row : csv) {
                if (++number > most) {
                    return;
                }
                reader.row(number, row.getFields());
            }
        } catch (CsvParseException e) {
            throw wrong("Row " + (number + 1)
                    + " can't be read: a quotation mark may not be closed, a cell may be longer than "
                    + "50,000 characters, or there may be more than " + MAX_COLUMNS + " columns.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reader open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path));
        in.skipNBytes(markLength);
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, charset));
        if (namesSeparator) {
            reader.readLine();
        }
        return reader;
    }

    private static Invalid wrong(String message) {
        return new Invalid("file", message);
    }
}

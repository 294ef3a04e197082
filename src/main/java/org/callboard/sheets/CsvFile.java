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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.validation.VisibleText;

/**
 * A file of separated values as programs really write them: UTF-8 with or without a byte order mark, Excel's UTF-16, or
 * Windows-1252; parted by commas, semicolons or tabs; with line breaks in quotes, and with Excel's {@code sep=} line.
 */
final class CsvFile extends SheetFile {

    private static final int LOOKED_AT = 64 << 10;
    private static final String SEPARATORS = ",;\t|";
    /** What has a meaning of its own in such a file, or to who reads it. */
    private static final String NO_SEPARATORS = "\"#";

    private static final Pattern SEP_LINE = Pattern.compile("sep=(.)\\r?\\n?", Pattern.CASE_INSENSITIVE);
    /** What is text too, but no list, whatever the file is called. */
    private record Other(Pattern begins, String sentence) {
        static Other of(String begins, String sentence) {
            return new Other(Pattern.compile(begins, Pattern.CASE_INSENSITIVE), sentence);
        }
    }

    private static final List<Other> OTHERS = List.of(
            Other.of("%PDF-", "This is a PDF. Export the list as CSV or as an Excel workbook from where it comes."),
            Other.of(
                    "(<\\?xml|<!--|<!doctype|<(html|head|body|meta|style|div|table|workbook)\\b)",
                    "This is a page of HTML or XML, as some programs write it for Excel. Open it in a spreadsheet program"
                            + " and save it as .xlsx or CSV."),
            Other.of("\\{\\\\rtf", "This is a document of a word processor. Save the list as CSV or .xlsx."),
            Other.of("BEGIN:V", "These are cards of an address book (vCard) or of a calendar. Export them as CSV."),
            Other.of("(\\[\\s*)?\\{\\s*(\"|\\})", "This is JSON. Save the list as CSV or .xlsx."));

    private final Path path;
    private final CharsetGuess letters;
    private final char separator;
    private final boolean namesSeparator;

    private CsvFile(Path path, CharsetGuess letters, char separator, boolean namesSeparator) {
        this.path = path;
        this.letters = letters;
        this.separator = separator;
        this.namesSeparator = namesSeparator;
    }

    /** Finds out how the file is written; Invalid where it is no text. */
    static CsvFile open(Path path) throws IOException {
        CharsetGuess letters = CharsetGuess.of(path);
        String text = start(path, letters);
        if (!VisibleText.in(text)) {
            throw wrong("The file is empty.");
        }
        if (text.indexOf(0) >= 0) {
            throw wrong("This is neither an Excel workbook nor a file of separated values. Save it as one of them.");
        }
        String begun = VisibleText.strip(text);
        for (Other other : OTHERS) {
            if (other.begins.matcher(begun).lookingAt()) {
                throw wrong(other.sentence);
            }
        }
        Matcher named = SEP_LINE.matcher(text);
        if (!named.lookingAt()) {
            return new CsvFile(path, letters, separator(text), false);
        }
        String separator = named.group(1);
        if (separator.length() > 1 || NO_SEPARATORS.contains(separator)) {
            throw wrong("The line sep= names “" + separator + "”, which can't part cells.");
        }
        return new CsvFile(path, letters, separator.charAt(0), true);
    }

    private static String start(Path path, CharsetGuess letters) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            in.skipNBytes(letters.markLength());
            return new String(in.readNBytes(LOOKED_AT), letters.charset());
        }
    }

    /** The one by which the first lines have the most names that are known; else that which parts them most. */
    private static char separator(String text) {
        char best = ',';
        int bestKnown = -1;
        int bestCells = 0;
        for (char candidate : SEPARATORS.toCharArray()) {
            List<List<String>> lines = lines(text, candidate);
            int known = lines.stream().mapToInt(HeaderLine::known).max().orElse(-1);
            int cells = lines.stream()
                    .mapToInt(List::size)
                    .filter(size -> size > 1)
                    .findFirst()
                    .orElse(0);
            if (known > bestKnown || known == bestKnown && cells > bestCells) {
                best = candidate;
                bestKnown = known;
                bestCells = cells;
            }
        }
        return best;
    }

    private static List<List<String>> lines(String text, char separator) {
        List<List<String>> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                lines.add(row.getFields());
                if (lines.size() == HeaderLine.LOOKED_AT) {
                    break;
                }
            }
        } catch (IOException | CsvParseException e) {
            return lines; // the rest can't be parted by it
        }
        return lines;
    }

    @Override
    public String readAs() {
        String name = letters.charset() == CharsetGuess.WINDOWS
                ? "Windows-1252, since it is not UTF-8"
                : letters.charset() == StandardCharsets.UTF_8 ? "UTF-8" : "UTF-16";
        String broken = letters.broken() == 0
                ? ""
                : letters.broken() == 1
                        ? " with a letter that is none"
                        : " with " + letters.broken() + " letters that are none";
        return name + broken + ", separated by "
                + switch (separator) {
                    case ',' -> "commas";
                    case ';' -> "semicolons";
                    case '\t' -> "tabs";
                    default -> "“" + separator + "”";
                };
    }

    @Override
    void read(RowReader reader, int names, int most) {
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
        in.skipNBytes(letters.markLength());
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, letters.charset()));
        if (namesSeparator) {
            reader.readLine();
        }
        return reader;
    }
}

package org.callboard.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.validation.VisibleText;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;

/** A list in a file, as rows of texts. Rows that say nothing are passed over, but counted. */
public abstract sealed class SheetFile permits CsvFile, XlsxFile {

    static final int MAX_ROWS = 200_000;
    static final int MAX_COLUMNS = 2000;

    /** How many characters a cell may have. */
    public static final int MAX_CELL = 50_000;

    static final int MAX_ROW = 1_000_000;

    /** Takes a row: its number as a spreadsheet counts, and its cells. */
    @FunctionalInterface
    public interface RowReader {
        void row(int number, List<String> cells);
    }

    private record Line(int number, List<String> cells) {}

    private @Nullable Line header;

    /**
     * Finds out how the file is written; Invalid where it is no list.
     *
     * @param sheet which one of a workbook; null for its first
     */
    public static SheetFile of(Path path, @Nullable String sheet) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(8);
        }
        boolean binary = start.length == 8;
        if (binary && ReadableWorkbook.isOOXMLZipHeader(start)) {
            return XlsxFile.open(path, sheet);
        }
        if (binary && ReadableWorkbook.isOLE2Header(start)) {
            throw wrong(
                    "This is an old workbook (.xls), or one with a password. Save it as .xlsx without one, or as CSV.");
        }
        if (sheet != null) {
            throw new Invalid("sheet", "Only an Excel workbook has sheets.");
        }
        return CsvFile.open(path);
    }

    /** How it is read, in words for people. */
    public abstract String readAs();

    /** A sentence that names other sheets of the file, where nobody chose this one; empty where there are none. */
    public String otherSheets() {
        return "";
    }

    /** How many formulas of each column, by its place, have no result in the file; known once all rows were read. */
    public Map<Integer, Integer> notCalculated() {
        return Map.of();
    }

    /**
     * Gives so many rows at most, also those that say nothing; Invalid where the file can't be read.
     *
     * @param names the number of the row with the names of the columns; zero where that is not known yet
     */
    abstract void read(RowReader reader, int names, int most);

    /** The number of the row that has the names of the columns. */
    public final int headerRow() {
        return header().number;
    }

    /** The names of the columns; Invalid where there are too many, or none. */
    public final List<String> columns() {
        return ColumnNames.of(header().cells);
    }

    /** Takes another row for the names of the columns; Invalid where it is none of the first that say something. */
    public final void nameColumns(long row) {
        header = first().stream()
                .filter(line -> line.number == row)
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "headerRow",
                        "Row " + row + " is none of the first " + HeaderLine.LOOKED_AT + " that hold something."));
    }

    private Line header() {
        if (header == null) {
            List<Line> first = first();
            header = first.get(HeaderLine.in(first.stream().map(Line::cells).toList()));
        }
        return header;
    }

    private List<Line> first() {
        List<Line> first = new ArrayList<>();
        read(
                (number, cells) -> {
                    if (first.size() < HeaderLine.LOOKED_AT && cells.stream().anyMatch(VisibleText::in)) {
                        first.add(new Line(number, cells));
                    }
                },
                0,
                5 * HeaderLine.LOOKED_AT);
        if (first.isEmpty()) {
            throw wrong(VisibleText.strip("The file has no line with the names of the columns. " + otherSheets()));
        }
        return first;
    }

    /**
     * Reads all rows that say something, also the one with the names and those above. Invalid where there are too many, or
     * none below, or where the file can't be parted into cells.
     *
     * @return how many rows stand below the names
     */
    public final int each(RowReader reader) {
        int names = headerRow();
        int[] rows = {0};
        read(
                (number, cells) -> {
                    if (cells.stream().noneMatch(VisibleText::in)) {
                        return;
                    }
                    if (number > names && ++rows[0] > MAX_ROWS) {
                        throw wrong("A list may have at most 200,000 rows. Part the file into several.");
                    }
                    reader.row(number, cells);
                },
                names,
                Integer.MAX_VALUE);
        if (rows[0] == 0) {
            String formulas = notCalculated().isEmpty() ? "" : "There are only formulas, without their results. ";
            throw wrong(VisibleText.strip("There are no rows below the line of names. " + formulas + otherSheets()));
        }
        return rows[0];
    }

    static Invalid wrong(String message) {
        return new Invalid("file", message);
    }
}

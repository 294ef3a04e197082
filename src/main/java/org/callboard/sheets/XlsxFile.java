package org.callboard.sheets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.validation.VisibleText;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** A sheet of Excel's workbook, row by row. The texts of a workbook are kept while it is read, so one is read at a time. */
final class XlsxFile extends SheetFile {

    private static final ReentrantLock READING = new ReentrantLock();
    private static final int NAMED = 10;
    private static final int LAST_ROW = 1 << 20;

    /** What can't be read in a workbook that was packed by nobody's spreadsheet may fail in any way. */
    private static final String BROKEN = "The workbook can't be read. Save the sheet anew, or as CSV, and upload that.";

    private final Path path;
    private final String sheet;
    private final List<String> others;
    private final boolean chosen;
    private final boolean blankResults;
    private Map<Integer, Integer> notCalculated = Map.of();

    private XlsxFile(Path path, boolean blankResults, String sheet, List<String> others, boolean chosen) {
        this.path = path;
        this.blankResults = blankResults;
        this.sheet = sheet;
        this.others = others;
        this.chosen = chosen;
    }

    /**
     * Looks through the workbook; Invalid where it is none, holds too much or has no such sheet.
     *
     * @param wanted the name of the sheet, in any case; null for the first that is shown
     */
    static XlsxFile open(Path path, @Nullable String wanted) {
        READING.lock();
        try {
            return guarded(() -> looked(path, wanted));
        } finally {
            READING.unlock();
        }
    }

    private static XlsxFile looked(Path path, @Nullable String wanted) throws IOException {
        boolean blankResults = WorkbookGuard.check(path);
        try (ReadableWorkbook workbook = workbook(path)) {
            List<String> names = workbook.getSheets().map(Sheet::getName).toList();
            String first = workbook.getSheets()
                    .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
                    .map(Sheet::getName)
                    .findFirst()
                    .orElseThrow(() -> wrong(BROKEN));
            String name = wanted == null
                    ? first
                    : names.stream()
                            .filter(one -> one.equalsIgnoreCase(VisibleText.strip(wanted)))
                            .findFirst()
                            .orElseThrow(() -> new Invalid(
                                    "sheet",
                                    "There is no sheet “" + VisibleText.strip(wanted) + "”. There are: " + listed(names)
                                            + "."));
            return new XlsxFile(
                    path,
                    blankResults,
                    name,
                    names.stream().filter(one -> !one.equals(name)).toList(),
                    wanted != null);
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T guarded(Reading<T> reading) {
        try {
            return reading.read();
        } catch (Refusal e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw wrong(BROKEN);
        }
    }

    /** A workbook without styles has no formats, and is read without them. */
    private static ReadableWorkbook workbook(Path path) throws IOException {
        try {
            return new ReadableWorkbook(path.toFile(), new ReadingOptions(true, true));
        } catch (ExcelReaderException e) {
            return new ReadableWorkbook(path.toFile(), new ReadingOptions(false, true));
        }
    }

    private static String listed(List<String> names) {
        return names.stream().limit(NAMED).map(name -> "“" + name + "”").collect(Collectors.joining(", "))
                + (names.size() > NAMED ? " and more" : "");
    }

    @Override
    public String readAs() {
        return "Excel workbook, sheet “" + sheet + "”" + (others.isEmpty() ? "" : "; it also has " + listed(others));
    }

    @Override
    public String otherSheets() {
        return chosen || others.isEmpty()
                ? ""
                : "The workbook also has " + listed(others) + ": name the sheet to read.";
    }

    @Override
    public Map<Integer, Integer> notCalculated() {
        return notCalculated;
    }

    @Override
    void read(RowReader reader, int names, int most) {
        READING.lock();
        try (ReadableWorkbook workbook = guarded(() -> workbook(path));
                Stream<Row> rows =
                        guarded(() -> workbook.findSheet(sheet).orElseThrow().openStream())) {
            WorkbookCells cells = new WorkbookCells(workbook.isDate1904(), blankResults);
            notCalculated = cells.notCalculated();
            Iterator<Row> all = rows.iterator();
            int number = 0;
            while (guarded(all::hasNext)) {
                Row row = guarded(all::next);
                number = Math.max(number + 1, row.getRowNum());
                if (number > Math.min(most, LAST_ROW)) {
                    break;
                }
                boolean below = number > names;
                reader.row(number, guarded(() -> cells.of(row, below)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            READING.unlock();
        }
    }
}

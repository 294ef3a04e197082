package org.callboard.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A list as an office has it: one row in ten has one of the faults that lists have, in turn, and the last is a sum. */
public final class FaultyList {

    /** The names of the columns. */
    public static final List<String> COLUMNS =
            List.of("Name", "Phone", "E-mail", "Street", "City", "State", "ZIP", "Notes");

    /** What may be wrong with a row, or look so. */
    public enum Fault {
        NO_NUMBER,
        NO_MAIL,
        PLACEHOLDER,
        DESTROYED,
        TWICE,
        SECOND_PLACE,
        CAPITALS,
        TWO_NUMBERS,
        UNSEEN,
        OTHER_STATE,
        TOO_MANY_CELLS,
        HALF_ADDRESS,
        LOCAL_NUMBER
    }

    private static final int ONE_IN = 10;

    private FaultyList() {}

    /** Writes so many rows and a sum below them. */
    public static void write(Path path, int rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(path, UTF_8)) {
            csv.writeRecord(COLUMNS);
            for (int i = 0; i < rows; i++) {
                csv.writeRecord(row(i));
            }
            csv.writeRecord("Report totals:", Integer.toString(rows));
        }
    }

    /** The row of this number, counted from 0. */
    public static List<String> row(int i) {
        List<String> row = right(i);
        if (i % ONE_IN == ONE_IN - 1) {
            spoil(row, Fault.values()[i / ONE_IN % Fault.values().length], i);
        }
        return row;
    }

    private static List<String> right(int i) {
        return new ArrayList<>(List.of(
                "Person %s %d".formatted(Integer.toString(i, 26), i),
                "937-%03d-%04d".formatted(200 + i / 10_000 % 700, i % 10_000),
                "person%d@example.com".formatted(i),
                (100 + i) + " Oak St",
                "Dayton",
                "OH",
                "45402",
                i % 3 == 0 ? "Asked about a tune-up before the winter" : ""));
    }

    private static void spoil(List<String> row, Fault fault, int i) {
        List<String> before = right(i - 1);
        switch (fault) {
            case NO_NUMBER -> row.set(1, "12");
            case NO_MAIL -> row.set(2, "person at example,com");
            case PLACEHOLDER -> row.set(1, "111-111-1111");
            case DESTROYED -> row.set(1, "9.37556E+09");
            case TWICE -> {
                row.clear();
                row.addAll(before);
            }
            case SECOND_PLACE -> {
                row.set(0, before.get(0));
                row.set(1, before.get(1));
            }
            case CAPITALS -> row.set(0, row.get(0).toUpperCase(Locale.ROOT));
            case TWO_NUMBERS -> row.set(1, row.get(1) + " / 614" + row.get(1).substring(3) + " cell");
            case UNSEEN -> row.replaceAll(cell -> cell.isEmpty() ? "\u00a0" : "\u00a0" + cell + "\u200b");
            case OTHER_STATE -> row.set(6, "2134");
            case TOO_MANY_CELLS -> row.add("one too many");
            case HALF_ADDRESS -> row.set(4, "");
            case LOCAL_NUMBER -> row.set(1, "555-%04d".formatted(i % 10_000));
        }
    }
}

package org.callboard.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callboard.platform.SheetWriter;
import org.springframework.stereotype.Service;

/**
 * Writes the rows that are wrong as a file like the one they came in, with the reason as a last column: to be corrected
 * there, and to be imported again. It reads a thousand rows at a time, and holds no transaction while somebody downloads.
 */
@Service
public class FailedRows {

    /** The name of the last column. */
    public static final String REASON = "Reason";

    /** As the constraints of requests say it. */
    private static final String MISSING = "This field is required.";

    private static final int AT_A_TIME = 1000;

    private final Imports imports;
    private final ImportRowStore rows;

    FailedRows(Imports imports, ImportRowStore rows) {
        this.imports = imports;
        this.rows = rows;
    }

    /** The name of the file; 404 where there is no such import. */
    public String fileName(long tenant, long id) {
        return imports.get(tenant, id).fileName().replaceFirst("(?i)\\.(csv|tsv|txt)$", "") + " - wrong rows.csv";
    }

    /** Writes the file; 404 where there is no such import. */
    public void write(long tenant, long id, OutputStream out) throws IOException {
        Import list = imports.get(tenant, id);
        SheetWriter sheet = SheetWriter.begin(out);
        List<String> header = new ArrayList<>(list.columns());
        header.add(REASON);
        sheet.row(header);
        List<ImportRow> part = rows.wrongAfter(tenant, id, 0, AT_A_TIME);
        while (!part.isEmpty()) {
            part.forEach(row -> sheet.row(cells(list, row)));
            part = rows.wrongAfter(tenant, id, part.getLast().number(), AT_A_TIME);
        }
        sheet.flush();
    }

    /** The reason stands in its column, however many cells the row has. */
    private static List<String> cells(Import list, ImportRow row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.max(list.columns().size(), row.cells().size()); i++) {
            cells.add(i < row.cells().size() ? row.cells().get(i) : "");
        }
        cells.add(list.columns().size(), reason(row.problems()));
        return cells;
    }

    /** What is wrong with a row, in one line: what is missing, then each wrong field in the order of the fields. */
    public static String reason(Map<String, List<String>> problems) {
        List<String> missing = new ArrayList<>();
        List<String> sentences = new ArrayList<>(problems.getOrDefault(Cells.ROW, List.of()));
        for (ImportField field : ImportField.values()) {
            List<String> wrong = problems.getOrDefault(field.name(), List.of());
            if (wrong.contains(MISSING)) {
                missing.add(field.word());
            } else if (!wrong.isEmpty()) {
                sentences.add(field.label() + ": " + String.join(" ", wrong));
            }
        }
        if (!missing.isEmpty()) {
            sentences.addFirst("Missing: " + String.join(", ", missing) + ".");
        }
        return String.join(" ", sentences);
    }
}

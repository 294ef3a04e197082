package org.callboard.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callboard.database.CompanyPlaces;
import org.callboard.database.CompanyPlaces.Place;
import org.callboard.server.BufferedResponses;
import org.callboard.sheets.ImportField;
import org.callboard.sheets.RowCells;
import org.callboard.sheets.SheetWriter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;

/**
 * Writes the rows that are wrong as a file like the one they came in, with the reason as a last column: to be corrected
 * there, and to be imported again. It reads some hundred rows at a time, and holds no transaction while somebody downloads.
 */
@Service
public class FailedRows {

    /** The name of the last column. */
    public static final String REASON = "Reason";

    /** As the constraints of requests say it. */
    private static final String MISSING = "This field is required.";

    private static final int AT_A_TIME = 200;

    private final CompanyPlaces places = new CompanyPlaces(
            2, 8, Duration.ZERO, "Several lists of wrong rows are being read. Try again when one of them is done.");

    private final Imports imports;
    private final ImportRowStore rows;

    FailedRows(Imports imports, ImportRowStore rows) {
        this.imports = imports;
        this.rows = rows;
    }

    /** Answers with the file; NotFound where there is no such import, Busy where too many are being written. */
    public void write(long tenant, long id, HttpServletResponse response) throws IOException {
        Import list = imports.get(tenant, id);
        try (Place place = places.take(tenant)) {
            String name = list.fileName().replaceFirst("(?i)\\.(csv|tsv|txt)$", "") + " - wrong rows.csv";
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(name, UTF_8)
                            .build()
                            .toString());
            if (!BufferedResponses.wantsHeadersAlone(response)) {
                write(tenant, list, response.getOutputStream());
            }
        }
    }

    private void write(long tenant, Import list, OutputStream out) throws IOException {
        SheetWriter sheet = SheetWriter.begin(out);
        List<String> header = new ArrayList<>(list.columns());
        header.add(REASON);
        sheet.row(header);
        List<ImportRow> part = rows.wrongAfter(tenant, list.id(), 0, AT_A_TIME);
        while (!part.isEmpty()) {
            part.forEach(row -> sheet.row(cells(list, row)));
            part = rows.wrongAfter(tenant, list.id(), part.getLast().number(), AT_A_TIME);
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
        List<String> sentences = new ArrayList<>(problems.getOrDefault(RowCells.ROW, List.of()));
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

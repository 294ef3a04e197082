package org.callboard.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.callboard.database.CompanyPlaces;
import org.callboard.database.CompanyPlaces.Place;
import org.callboard.importrows.RowProblems;
import org.callboard.server.BufferedResponses;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.SheetWriter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;

/**
 * Writes the rows of which nothing becomes as a file like the one they came in, with the reason as a last column: to be
 * corrected there, and to be imported again. It reads some hundred rows at a time, and holds no transaction while somebody downloads.
 */
@Service
public class RowsLeftOut {

    /** The name of the last column. */
    public static final String REASON = "Reason";

    private static final int AT_A_TIME = 200;

    private final CompanyPlaces places = new CompanyPlaces(
            2, 8, Duration.ZERO, "Several lists of wrong rows are being read. Try again when one of them is done.");

    private final Imports imports;
    private final ImportRowStore rows;

    RowsLeftOut(Imports imports, ImportRowStore rows) {
        this.imports = imports;
        this.rows = rows;
    }

    /** Which rows are meant. */
    public enum Which {
        /** All of which nothing became, or would become. */
        ALL("rows left out"),
        WRONG("wrong rows");

        private final String words;

        Which(String words) {
            this.words = words;
        }
    }

    /** Answers with the file; NotFound where there is no such import, Busy where too many are being written. */
    public void write(long tenant, long id, Which which, HttpServletResponse response) throws IOException {
        Import list = imports.get(tenant, id);
        try (Place place = places.take(tenant)) {
            String name = list.fileName().replaceFirst("(?i)\\.(csv|tsv|txt)$", "") + " - " + which.words + ".csv";
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(name, UTF_8)
                            .build()
                            .toString());
            if (!BufferedResponses.wantsHeadersAlone(response)) {
                write(tenant, list, which, response.getOutputStream());
            }
        }
    }

    private void write(long tenant, Import list, Which which, OutputStream out) throws IOException {
        SheetWriter sheet = SheetWriter.begin(out);
        List<String> header = new ArrayList<>(list.columns());
        header.add(REASON);
        sheet.row(header);
        List<ImportRow> part = rows.leftOutAfter(tenant, list, 0, which == Which.WRONG, AT_A_TIME);
        while (!part.isEmpty()) {
            part.forEach(row -> sheet.row(cells(list, row)));
            part = rows.leftOutAfter(tenant, list, part.getLast().number(), which == Which.WRONG, AT_A_TIME);
        }
        sheet.flush();
    }

    /** The reason stands in its column, however many cells the row has. */
    private static List<String> cells(Import list, ImportRow row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.max(list.columns().size(), row.cells().size()); i++) {
            cells.add(i < row.cells().size() ? row.cells().get(i) : "");
        }
        cells.add(list.columns().size(), reason(list, row));
        return cells;
    }

    private static String reason(Import list, ImportRow row) {
        if (!row.problems().isEmpty()) {
            return RowProblems.sentence(row.problems());
        }
        String why = Objects.requireNonNullElse(row.reason(), "");
        if (row.result() == null && list.isStopped()) {
            return "The list was stopped before this row.";
        }
        if (row.outcome() == null) {
            return why;
        }
        return switch (row.outcome()) {
            case Match ->
                (list.kind() == ImportKind.Locations ? "A location of customer " : "Customer ") + row.matchId()
                        + " is on record" + (why.isEmpty() ? "." : ": " + why + ".");
            case OpenLead -> "There is an open lead: " + why + ".";
            case LeftOut -> why.isEmpty() ? "Left out by hand." : why;
            default -> why;
        };
    }
}

package org.callboard.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.CompanyPlaces;
import org.callboard.database.CompanyPlaces.Place;
import org.callboard.sheets.SheetWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A list as a file of comma-separated values, written row by row as the rows come from the database: one snapshot, and
 * never more in memory than some hundred rows. The change log says who took out what before the first row leaves, and
 * afterwards how many rows it were.
 */
@Component
public class ExportFile {

    /** How many rows are fetched at a time. */
    public static final int AT_A_TIME = 200;

    /** Each one holds a connection to the database for as long as somebody downloads. */
    private static final int MAX_OF_A_COMPANY = 2;

    private static final int MAX_AT_ONCE = 8;

    private final Changes changes;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final CompanyPlaces places = new CompanyPlaces(
            MAX_OF_A_COMPANY,
            MAX_AT_ONCE,
            Duration.ZERO,
            "Several exports are running already. Try again in a minute.");

    ExportFile(Changes changes, PlatformTransactionManager transactions) {
        this.changes = changes;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Where the file goes, opened once it is certain that there will be one. */
    @FunctionalInterface
    public interface Target {
        OutputStream open() throws IOException;
    }

    /** Hands on all rows, as cells, from the database: it is called in a transaction. */
    @FunctionalInterface
    public interface Rows {
        void each(Consumer<List<? extends @Nullable String>> row);
    }

    /**
     * Writes the file. Busy where too many are exporting already; what fails later ends it in the middle.
     *
     * @param kind what the change log calls the export
     * @param said what the rows are narrowed to, as the change log tells it
     * @throws UncheckedIOException where the target takes no more
     */
    public void write(
            long tenant, EntityKind kind, Supplier<Diff> said, List<String> header, Rows rows, Target target) {
        try (Place place = places.take(tenant)) {
            record(tenant, kind, Action.STARTED, said.get());
            int[] written = new int[1];
            Action outcome = Action.BROKEN_OFF;
            try {
                write(header, rows, target, written);
                outcome = Action.FINISHED;
            } finally {
                record(tenant, kind, outcome, said.get().now("rows", written[0]));
            }
        }
    }

    private void write(List<String> header, Rows rows, Target target, int[] written) {
        try {
            OutputStream out = target.open();
            SheetWriter sheet = SheetWriter.begin(out);
            sheet.row(header);
            reading.executeWithoutResult(status -> rows.each(row -> {
                written[0]++;
                sheet.row(row);
            }));
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(long tenant, EntityKind kind, Action action, Diff diff) {
        writing.executeWithoutResult(status -> changes.record(kind, tenant, action, diff));
    }
}

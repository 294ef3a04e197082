package org.callboard.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.database.Caller;
import org.callboard.database.CompanyPlaces;
import org.callboard.database.CompanyPlaces.Place;
import org.callboard.paging.Sort;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.sheets.SheetWriter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a list as a file of comma-separated values, row by row as the rows come from the database: one snapshot, and
 * never more in memory than some hundred rows. The change log says who took out what before the first row leaves, and
 * afterwards how many rows it were.
 */
@Service
public class ListExport {

    private static final int AT_A_TIME = 200;

    /** Each one holds a connection to the database for as long as somebody downloads. */
    private static final int MAX_OF_A_COMPANY = 2;

    private static final int MAX_AT_ONCE = 8;

    private final Lists lists;
    private final TagTypes tagTypes;
    private final Tenants tenants;
    private final Changes changes;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final CompanyPlaces places = new CompanyPlaces(
            MAX_OF_A_COMPANY,
            MAX_AT_ONCE,
            Duration.ZERO,
            "Several exports are running already. Try again in a minute.");

    ListExport(
            Lists lists, TagTypes tagTypes, Tenants tenants, Changes changes, PlatformTransactionManager transactions) {
        this.lists = lists;
        this.tagTypes = tagTypes;
        this.tenants = tenants;
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

    /**
     * Writes all rows that the filter lets through. Invalid names filters that can't be searched by, Busy where too many are
     * exporting already; what fails later ends the file in the middle.
     *
     * @throws UncheckedIOException where the target takes no more
     */
    public void write(long tenant, ListFilter filter, Sort sort, Target target) {
        try (Place place = places.take(tenant)) {
            lists.check(tenant, filter);
            record(filter, Action.STARTED, filter.asDiff());
            Tenant company = tenants.get(tenant);
            Map<Long, String> tags =
                    tagTypes.all(tenant).stream().collect(Collectors.toMap(TagType::id, TagType::name));
            ExportRows rows = new ExportRows(filter.kind(), company.region(), company.timeZone(), tags);
            Action outcome = Action.BROKEN_OFF;
            try {
                write(tenant, filter, sort, rows, target);
                outcome = Action.FINISHED;
            } finally {
                record(filter, outcome, filter.asDiff().now("rows", rows.written()));
            }
        }
    }

    private void write(long tenant, ListFilter filter, Sort sort, ExportRows rows, Target target) {
        try {
            OutputStream out = target.open();
            SheetWriter sheet = SheetWriter.begin(out);
            sheet.row(rows.header());
            reading.executeWithoutResult(
                    status -> lists.each(tenant, filter, sort, AT_A_TIME, row -> sheet.row(rows.cells(row))));
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(ListFilter filter, Action action, Diff diff) {
        writing.executeWithoutResult(status ->
                changes.record(filter.kind().export(), Caller.current().tenantId(), action, diff));
    }
}

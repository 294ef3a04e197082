package org.callboard.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.callboard.database.DatabaseSettings;
import org.callboard.testing.Api;
import org.callboard.testing.CallboardProcess;
import org.callboard.testing.Eventually;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Kills Callboard in the middle of an import, and starts it again. */
class ImportCrashTest {

    private static final int ROWS = 20_000;

    private final DatabaseSettings.Outside database = Server.emptyDatabase("import_crash");

    @TempDir
    Path data;

    @Test
    void anImportThatWasKilledInTheMiddleEndsWithEveryRowOnce() throws Exception {
        Map<String, String> environment = Map.of(
                "CALLBOARD_DATABASE_URL", database.url(),
                "CALLBOARD_DATABASE_USER", database.user(),
                "CALLBOARD_DATABASE_PASSWORD", database.password());
        try (CallboardProcess callboard = new CallboardProcess("import-crash-test", data, environment)) {
            callboard.start();
            String path = "/callboard/v1/tenant/" + callboard.tenant() + "/imports";
            HttpResponse<String> answer = CallboardProcess.send(callboard
                    .officeRequest(path + "?kind=Leads&campaignId=" + first(callboard, "campaign") + "&callReasonId="
                            + first(callboard, "call_reason"))
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofString(list())));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            String one = path + "/" + Api.JSON.readTree(answer.body()).get("id").longValue();
            Eventually.is(true, () -> get(callboard, one).at("/counts/made").intValue() > 2000);
            callboard.kill();
            long before = count(callboard, "lead where capture_source = 'List'");
            assertThat(before).isGreaterThan(2000).isLessThan(ROWS);
            eachRowWasReadAFewTimes(callboard, before);

            // nobody takes a task over until its owner has given no sign of life for two minutes: let them pass
            sql("update scheduled_tasks set last_heartbeat = now() - interval '5 minutes' where picked");
            callboard.start();
            AtomicBoolean finished = new AtomicBoolean();
            while (!finished.get()) { // as long as it goes on, on however busy a machine
                int made = get(callboard, one).at("/counts/made").intValue();
                Eventually.is(true, () -> {
                    JsonNode now = get(callboard, one);
                    finished.set(now.get("state").stringValue().equals("Finished"));
                    return finished.get() || now.at("/counts/made").intValue() > made;
                });
            }
            assertThat(get(callboard, one).at("/counts/made").intValue()).isEqualTo(ROWS);
            assertThat(count(callboard, "lead where capture_source = 'List'")).isEqualTo(ROWS);
            assertThat(count(callboard, "(select distinct lead_phone from lead where capture_source = 'List') l"))
                    .isEqualTo(ROWS);
            assertThat(count(callboard, "import_outcome where result = 'Made'")).isEqualTo(ROWS);
            assertThat(count(callboard, "(select distinct record_id from import_outcome) o"))
                    .isEqualTo(ROWS);
            assertThat(
                            count(
                                    callboard,
                                    "change h join lead l on l.tenant_id = h.tenant_id and l.id = h.record_id"
                                            + " where h.record_kind = 'lead' and h.action = 'created' and l.capture_source = 'List'"))
                    .isEqualTo(ROWS);
        }
    }

    /** On tables of which PostgreSQL knows nothing yet: a batch must not read what the batches before it left. */
    private void eachRowWasReadAFewTimes(CallboardProcess callboard, long rows) throws SQLException {
        assertThat(read(callboard, "import_row")).isBetween(rows, 20 * rows);
        assertThat(read(callboard, "import_outcome")).isLessThan(20 * rows);
        assertThat(read(callboard, "contact_point")).isLessThan(20 * rows);
        assertThat(read(callboard, "lead")).isLessThan(20 * rows);
    }

    private long read(CallboardProcess callboard, String table) throws SQLException {
        return Long.parseLong(one(
                callboard,
                "select (idx_tup_fetch + seq_tup_read)::text from pg_stat_user_tables where relname = '" + table
                        + "'"));
    }

    private static String list() {
        StringBuilder list = new StringBuilder("Name,Phone\n");
        for (int i = 0; i < ROWS; i++) {
            list.append("Person ").append(i).append(",937-%03d-%04d\n".formatted(200 + i / 10_000, i % 10_000));
        }
        return list.toString();
    }

    private static JsonNode get(CallboardProcess callboard, String path) {
        try {
            return Api.JSON.readTree(
                    CallboardProcess.send(callboard.officeRequest(path).GET()).body());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String first(CallboardProcess callboard, String table) throws SQLException {
        return one(callboard, "select min(id)::text from " + table);
    }

    private long count(CallboardProcess callboard, String from) throws SQLException {
        return Long.parseLong(one(callboard, "select count(*)::text from " + from));
    }

    private String one(CallboardProcess callboard, String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set callboard.tenant = '" + callboard.tenant() + "'");
            ResultSet row = statement.executeQuery(query);
            row.next();
            return row.getString(1);
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = connect()) {
            connection.createStatement().execute(statement);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}

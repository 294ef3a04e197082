package org.callboard.bench;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.callboard.postgres.EmbeddedPostgres;
import org.callboard.testing.CallboardProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a list of which one row in ten is faulty through dry run, mending, import and undo, and looks whether anything is
 * left behind; bench/README.md.
 */
public final class FaultyImport {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TOO_LONG = Duration.ofMinutes(20);
    private static final int MENDED = 200;

    private final CallboardProcess callboard;
    private final EmbeddedPostgres postgres;
    private final String imports;

    private FaultyImport(CallboardProcess callboard, EmbeddedPostgres postgres) {
        this.callboard = callboard;
        this.postgres = postgres;
        this.imports = "/callboard/v1/tenant/" + callboard.tenant() + "/imports";
    }

    /** Argument: how many rows. It ends with 1 where something is left behind. */
    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Path work = Files.createTempDirectory("callboard-faulty-import");
        Path list = work.resolve("list.csv");
        FaultyList.write(list, Integer.parseInt(args[0]));
        boolean clean = true;
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.start(work.resolve("db"), EmbeddedPostgres.Options.production())) {
            postgres.createDatabase("faulty");
            Map<String, String> environment = Map.of(
                    "CALLBOARD_DATABASE_URL", postgres.jdbcUrl("faulty"),
                    "CALLBOARD_DATABASE_USER", postgres.user(),
                    "CALLBOARD_DATABASE_PASSWORD", postgres.password());
            try (CallboardProcess callboard =
                    new CallboardProcess("faulty-import", work.resolve("data"), environment, List.of("-Xmx256m"))) {
                callboard.start();
                FaultyImport all = new FaultyImport(callboard, postgres);
                clean &= all.run(list, "Leads", List.of("lead"));
                clean &= all.run(list, "Customers", List.of("customer", "location"));
            }
        }
        System.exit(clean ? 0 : 1);
    }

    private boolean run(Path list, String kind, List<String> tables) throws Exception {
        String query = kind.equals("Leads")
                ? "?kind=Leads&campaignId=%s&callReasonId=%s".formatted(first("campaign"), first("call_reason"))
                : "?kind=Customers";
        long before = active(tables);
        long start = System.nanoTime();
        JsonNode made = send(callboard
                .officeRequest(imports + query + "&dryRun=true")
                .timeout(TOO_LONG)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofFile(list)));
        String one = imports + "/" + made.get("id").longValue();
        say(kind, "dry run", start, wait(one, "Checked"));
        start = System.nanoTime();
        int mended = mend(one);
        say(kind, mended + " rows mended", start, wait(one, "Checked"));
        start = System.nanoTime();
        send(callboard.officeRequest(one + "/run").POST(BodyPublishers.noBody()));
        say(kind, "import", start, wait(one, "Finished"));
        System.out.printf("%s: %,d more records in use%n", kind, active(tables) - before);
        start = System.nanoTime();
        send(callboard.officeRequest(one + "/undo").POST(BodyPublishers.noBody()));
        JsonNode after = wait(one, "Undone");
        say(kind, "undo", start, after);
        long left = active(tables) - before;
        System.out.printf(
                "RESULT %s left behind %d kept %d%n",
                kind, left, after.at("/counts/kept").intValue());
        return left == 0 && after.at("/counts/kept").intValue() == 0;
    }

    /** Corrects the first wrong rows, one by one, as somebody would on the page. */
    private int mend(String one) throws Exception {
        JsonNode wrong = send(callboard
                .officeRequest(one + "/rows?outcome=Wrong&pageSize=" + MENDED)
                .GET());
        int mended = 0;
        for (JsonNode row : wrong.get("data")) {
            int number = row.get("row").intValue();
            String change = """
                    {"cells": [{"column": "Phone", "value": "740-%03d-%04d"}, {"column": "E-mail", "value": ""},
                        {"column": "City", "value": "Dayton"}]}
                    """.formatted(200 + number / 10_000, number % 10_000);
            send(callboard
                    .officeRequest(one + "/rows/" + number)
                    .header("Content-Type", "application/json")
                    .method("PATCH", BodyPublishers.ofString(change)));
            mended++;
        }
        return mended;
    }

    private static void say(String kind, String step, long start, JsonNode list) {
        System.out.printf(
                "%s: %s took %.1f s: %s%n", kind, step, (System.nanoTime() - start) / 1e9, list.get("counts"));
    }

    private JsonNode wait(String one, String state) throws Exception {
        JsonNode now = send(callboard.officeRequest(one).GET());
        while (!now.get("state").stringValue().equals(state)) {
            Thread.sleep(100);
            now = send(callboard.officeRequest(one).GET());
        }
        return now;
    }

    private static JsonNode send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = CallboardProcess.send(request);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private String first(String table) throws SQLException {
        return one("select min(id)::text from " + table);
    }

    private long active(List<String> tables) throws SQLException {
        long active = 0;
        for (String table : tables) {
            active += Long.parseLong(one("select count(*)::text from " + table + " where active"));
        }
        return active;
    }

    private String one(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl("faulty"), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute("set callboard.tenant = '" + callboard.tenant() + "'");
            ResultSet row = statement.executeQuery(sql);
            row.next();
            return row.getString(1);
        }
    }
}

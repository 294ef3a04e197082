package org.callboard.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.callboard.postgres.EmbeddedPostgres;
import org.callboard.testing.CallboardProcess;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports lists through the API of a Callboard in a process of its own, and copies what came of them; bench/README.md. */
public final class ImportCost {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TOO_LONG = Duration.ofMinutes(20);

    /** How long it took, in seconds; {@code plain} is a COPY that checks no foreign keys. */
    private record Result(
            String kind, int rows, double upload, double all, double copy, double plain, long tableRows, long peak) {}

    private final int rows;
    private final Path work;
    private final EmbeddedPostgres postgres;
    private final Pools pools = new Pools();
    private final Shapes shapes = new Shapes(7);

    private String tenant = "";
    private long copied;

    private ImportCost(int rows, Path work, EmbeddedPostgres postgres) {
        this.rows = rows;
        this.work = work;
        this.postgres = postgres;
    }

    /** Arguments: how many rows, and the file to write. */
    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Path work = Files.createTempDirectory("callboard-import-cost");
        List<Result> results = new ArrayList<>();
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.start(work.resolve("db"), EmbeddedPostgres.Options.production())) {
            postgres.createDatabase("cost");
            ImportCost cost = new ImportCost(Integer.parseInt(args[0]), work, postgres);
            Map<String, String> environment = Map.of(
                    "CALLBOARD_DATABASE_URL", postgres.jdbcUrl("cost"),
                    "CALLBOARD_DATABASE_USER", postgres.user(),
                    "CALLBOARD_DATABASE_PASSWORD", postgres.password());
            try (CallboardProcess callboard =
                    new CallboardProcess("import-cost", work.resolve("data"), environment, List.of("-Xmx256m"))) {
                callboard.start();
                results.add(cost.measure(callboard, "Leads", List.of("lead", "contact_point", "search_document")));
                results.add(cost.measure(
                        callboard,
                        "Customers",
                        List.of(
                                "customer",
                                "contact_entry",
                                "contact_point",
                                "location",
                                "location_door",
                                "search_document")));
            }
        } finally {
            remove(work);
        }
        String table = table(results);
        System.out.println(table);
        results.forEach(one -> System.out.printf(
                "RESULT %s rows %d callboard %.3f copy %.3f%n", one.kind, one.rows, one.all, one.copy));
        Files.writeString(Path.of(args[1]), table);
    }

    private Result measure(CallboardProcess callboard, String kind, List<String> tables) throws Exception {
        tenant = callboard.tenant();
        Path list = work.resolve(kind + ".csv");
        write(list);
        String path = "/callboard/v1/tenant/" + callboard.tenant() + "/imports";
        String query = kind.equals("Leads")
                ? "?kind=Leads&campaignId=%s&callReasonId=%s".formatted(first("campaign"), first("call_reason"))
                : "?kind=Customers&onMatch=Create";
        long before = changes();
        Map<Boolean, Double> copies = new HashMap<>();
        AtomicLong peak = new AtomicLong();
        Thread watch = Thread.ofPlatform().daemon().start(() -> watch(callboard.pid(), peak));
        long start = System.nanoTime();
        HttpResponse<String> answer = CallboardProcess.send(callboard
                .officeRequest(path + query)
                .timeout(TOO_LONG)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofFile(list)));
        double upload = seconds(start);
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        String one = path + "/" + JSON.readTree(answer.body()).get("id").longValue();
        JsonNode now;
        do {
            Thread.sleep(100);
            now = JSON.readTree(
                    CallboardProcess.send(callboard.officeRequest(one).GET()).body());
        } while (!now.get("state").stringValue().equals("Finished"));
        double all = seconds(start);
        watch.interrupt();
        System.out.println(kind + ": " + now.get("counts"));
        for (boolean keys : new boolean[] {true, false}) {
            copies.put(keys, copy(tables, before, keys));
        }
        return new Result(kind, rows, upload, all, copies.get(true), copies.get(false), copied, peak.get());
    }

    private void write(Path path) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(path, UTF_8)) {
            csv.writeRecord("Name", "Phone", "E-mail", "Street", "Unit", "City", "State", "ZIP", "Notes");
            for (int i = 0; i < rows; i++) {
                Household house = Household.of(pools, shapes, 3, i);
                var address = house.places().getFirst().address();
                csv.writeRecord(
                        house.name(),
                        value(house, false),
                        value(house, true),
                        address.street(),
                        address.unit() == null ? "" : address.unit(),
                        address.city(),
                        address.state(),
                        address.zip(),
                        i % 3 == 0 ? "Asked about a tune-up before the winter" : "");
            }
        }
    }

    private static String value(Household house, boolean mail) {
        return house.reaches().stream()
                .filter(reach -> reach.value().contains("@") == mail)
                .map(Reach::value)
                .findFirst()
                .orElse("");
    }

    /** Copies the company's rows out, then into empty tables of the same shape; how long the second takes. */
    private double copy(List<String> tables, long changesBefore, boolean foreignKeys) throws SQLException, IOException {
        double seconds = 0;
        copied = 0;
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set callboard.tenant = '" + tenant + "'");
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            List<String> all = new ArrayList<>(tables);
            all.add("change");
            for (String table : all) {
                String columns = one("""
                        select string_agg(attname, ', ' order by attnum) from pg_attribute
                        where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                        """.formatted(table));
                String where = table.equals("change") ? " and sequence > " + changesBefore : "";
                Path file = work.resolve(table + ".copy");
                try (OutputStream out = Files.newOutputStream(file)) {
                    copies.copyOut(
                            "copy (select " + columns + " from " + table + " where tenant_id = " + tenant + where
                                    + ") to stdout",
                            out);
                }
                statement.execute("create table " + table + "_copy (like " + table + " including all)");
                if (foreignKeys) {
                    for (String key : foreignKeys(statement, table)) {
                        statement.execute("alter table " + table + "_copy add " + key);
                    }
                }
                long start = System.nanoTime();
                try (InputStream in = Files.newInputStream(file)) {
                    copied += copies.copyIn("copy " + table + "_copy (" + columns + ") from stdin", in);
                }
                seconds += seconds(start);
                statement.execute("drop table " + table + "_copy");
            }
        }
        return seconds;
    }

    private static List<String> foreignKeys(Statement statement, String table) throws SQLException {
        List<String> keys = new ArrayList<>();
        ResultSet rows = statement.executeQuery("""
                select pg_get_constraintdef(oid) from pg_constraint
                where conrelid = '%s'::regclass and contype = 'f'
                """.formatted(table));
        while (rows.next()) {
            keys.add(rows.getString(1));
        }
        return keys;
    }

    private long changes() throws SQLException {
        return Long.parseLong(one("select max(sequence)::text from change"));
    }

    private String first(String table) throws SQLException {
        return one("select min(id)::text from " + table);
    }

    private String one(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set callboard.tenant = '" + tenant + "'");
            ResultSet row = statement.executeQuery(sql);
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("cost"), postgres.user(), postgres.password());
    }

    /** The most memory that the process had, in bytes. */
    private static void watch(long pid, AtomicLong peak) {
        try {
            while (true) {
                for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                    if (line.startsWith("VmRSS:")) {
                        long now = Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
                        peak.accumulateAndGet(now, Math::max);
                    }
                }
                Thread.sleep(200);
            }
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static String table(List<Result> results) {
        StringBuilder text = new StringBuilder("""
                | List | Rows | Taken in, s | Done, s | Rows in the tables | COPY of those, s | Ratio | COPY without foreign keys, s | Ratio | Most memory, MB |
                |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
                """);
        for (Result one : results) {
            text.append("| %s | %,d | %.1f | %.1f | %,d | %.1f | **%.2f** | %.1f | %.2f | %d |%n"
                    .formatted(
                            one.kind,
                            one.rows,
                            one.upload,
                            one.all,
                            one.tableRows,
                            one.copy,
                            one.copy / one.all,
                            one.plain,
                            one.plain / one.all,
                            one.peak >> 20));
        }
        return text.toString();
    }

    private static void remove(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}

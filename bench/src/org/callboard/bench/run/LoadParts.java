package org.callboard.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The rows that are measured as a rate, on one data set: reading, writing, and taking everything out. */
final class LoadParts {

    static final int CONNECTIONS = 16;

    private final Site site;
    private final Statements statements;
    private final RunOptions options;

    LoadParts(Site site, Statements statements, RunOptions options) {
        this.site = site;
        this.statements = statements;
        this.options = options;
    }

    List<Measured> get() {
        return List.of(
                get("booking", "GET a booking by id", statements.booking()),
                get("customer", "GET a customer by id", statements.customer()));
    }

    private Measured get(String table, String title, String sql) {
        long[] ids = ids(table);
        Wrk wrk = new Wrk(
                "get-" + table + "-" + site.customers(),
                site.url(),
                CONNECTIONS,
                site.headers(),
                Wrk.random(site.api().path("crm/v2", "/" + table + "s/%d"), ids[0], ids[1]));
        String script = "\\set id random(%d, %d)\n%s".formatted(ids[0], ids[1], sql);
        return beside(
                "get", title, wrk, new PgBench("get-" + table + "-" + site.customers(), site, CONNECTIONS, script));
    }

    List<Measured> page() {
        int pages = Math.min(100, site.customers() / Statements.PAGE);
        Wrk wrk = new Wrk(
                "page-" + site.customers(),
                site.url(),
                CONNECTIONS,
                site.headers(),
                Wrk.random(site.api().path("crm/v2", "/customers?pageSize=" + Statements.PAGE + "&page=%d"), 1, pages));
        String script = "\\set page random(0, %d)\n\\set offset :page * %d\n%s"
                .formatted(pages - 1, Statements.PAGE, statements.page());
        return List.of(beside(
                "page",
                "GET a page of " + Statements.PAGE + " customers",
                wrk,
                new PgBench("page-" + site.customers(), site, CONNECTIONS, script)));
    }

    private Measured beside(String part, String title, Wrk wrk, PgBench reference) {
        wrk.warm();
        reference.run(2);
        return row(
                part,
                title,
                "requests",
                List.of(
                        new Contest.Contender(
                                "Callboard",
                                site.serverPid(),
                                site.postmasterPid(),
                                () -> wrk.run(options.seconds()).turn()),
                        new Contest.Contender(
                                "pgbench", 0, site.postmasterPid(), () -> reference.run(options.seconds()))));
    }

    private Measured row(String part, String title, String unit, List<Contest.Contender> contenders) {
        return Results.row(
                part, title, site.customers(), unit, Contest.run(title, options.rounds(), contenders), Map.of());
    }

    /** Each answer is a booking in the database, which is counted after every turn. */
    List<Measured> post() {
        Bookings.remove(site);
        Wrk wrk = poster(site, CONNECTIONS);
        PgBench reference = new PgBench("post-" + site.customers(), site, CONNECTIONS, statements.post());
        wrk.warm();
        reference.run(2);
        Measured measured = row(
                "post",
                "POST a booking",
                "bookings",
                List.of(
                        new Contest.Contender("Callboard", site.serverPid(), site.postmasterPid(), () -> post(wrk)),
                        new Contest.Contender(
                                "pgbench", 0, site.postmasterPid(), () -> reference.run(options.seconds()))));
        Bookings.remove(site);
        return List.of(measured);
    }

    private Contest.Turn post(Wrk wrk) {
        long before = Bookings.count(site);
        Wrk.Answers answers = wrk.run(options.seconds());
        long made = Bookings.count(site) - before;
        if (made < answers.count() || made > answers.count() + CONNECTIONS) {
            throw new IllegalStateException(
                    answers.count() + " bookings were acknowledged, but " + made + " are there");
        }
        return answers.turn();
    }

    /** Posts bookings with two contacts each, under external ids that nobody had before. */
    static Wrk poster(Site site, int connections) {
        String path = site.api().path("crm/v2", Bookings.path(site.env()));
        return new Wrk(
                "post-" + site.customers(), site.url(), connections, site.headers(), postBody(path, Bookings.BODY));
    }

    /** A POST whose body has the external id where it says {@code %s}. */
    static String postBody(String path, String body) {
        return """
                local run = os.time() .. "-" .. math.random(1000000)
                headers["Content-Type"] = "application/json"
                request = function()
                  sent = sent + 1
                  local body = string.format([[%s]], "%s" .. run .. "-" .. number .. "-" .. sent)
                  return wrk.format("POST", "%s", headers, body)
                end
                """.formatted(body.strip(), Bookings.PREFIX, path);
    }

    /** All records of all kinds, one kind after the other. */
    List<Measured> export() {
        Map<String, String> environment = site.databaseEnvironment();
        List<String> copy = new ArrayList<>(List.of("psql", "-q", "-X", "-o", "/dev/null"));
        Statements.KINDS.forEach(kind ->
                copy.addAll(List.of("-f", file("copy-" + kind + "-" + site.customers(), kind))));
        long records = records();
        download();
        Measured measured = row(
                "export",
                "Export everything",
                "records",
                List.of(
                        new Contest.Contender(
                                "Callboard", site.serverPid(), site.postmasterPid(), () -> turn(records, download())),
                        new Contest.Contender(
                                "COPY", 0, site.postmasterPid(), () -> turn(records, Tool.run(environment, copy)))));
        return List.of(measured);
    }

    private Tool.Ran download() {
        List<String> command = new ArrayList<>(List.of("curl", "-sSf"));
        site.headers().forEach((name, value) -> command.addAll(List.of("-H", name + ": " + value)));
        Statements.KINDS.forEach(kind -> command.addAll(List.of(
                "-o", "/dev/null", site.url() + site.api().path("callboard/v1", "/export/" + kind + ".ndjson"))));
        return Tool.run(Map.of(), command);
    }

    private String file(String name, String kind) {
        try {
            Path file = Path.of("bench", "out", "run", name + ".sql").toAbsolutePath();
            Files.writeString(file, statements.exports().get(kind) + ";\n", UTF_8);
            return file.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Contest.Turn turn(long records, Tool.Ran ran) {
        return new Contest.Turn(records / ran.seconds(), 0, 0, ran.seconds(), ran.cpuSeconds());
    }

    private long records() {
        long all = 0;
        try (Connection connection = site.connect()) {
            for (String table : new LinkedHashSet<>(
                    Statements.KINDS.stream().map(Statements::table).toList())) {
                all += Bookings.number(
                        connection, "select count(*) from " + table + " where tenant_id = " + site.tenant());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    /** The first and the last id of a table of the company, which has all those in between. */
    private long[] ids(String table) {
        try (Connection connection = site.connect()) {
            String from = " from " + table + " where tenant_id = " + site.tenant();
            long first = Bookings.number(connection, "select min(id)" + from);
            long last = Bookings.number(connection, "select max(id)" + from);
            if (Bookings.number(connection, "select count(*)" + from) != last - first + 1) {
                throw new IllegalStateException("the ids of " + table + " have gaps");
            }
            return new long[] {first, last};
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

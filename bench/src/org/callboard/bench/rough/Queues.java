package org.callboard.bench.rough;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.postgres.EmbeddedPostgres;
import org.callboard.testing.ScriptedSmtp;
import tools.jackson.databind.json.JsonMapper;

/** Mails, webhooks and feeds beside servers that hang and work that is long; bench/rough/queues. */
public final class Queues {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TO = Pattern.compile("(?m)^To: .*?([a-z0-9-]+)@queues\\.test");

    private final Path work;
    private final String url;
    private final int rows;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Long> told = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean mailHangs;
    private volatile RoughClient client;

    private Queues(Path work, int port, int rows) {
        this.work = work;
        this.url = "http://localhost:" + port;
        this.rows = rows;
    }

    /** Arguments: a directory, the port, the rows of the import. */
    public static void main(String[] args) throws Exception {
        Queues queues =
                new Queues(Path.of(args[0]).toAbsolutePath(), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        queues.run();
        queues.faults.forEach(fault -> System.out.println("WRONG: " + fault));
        System.exit(queues.faults.isEmpty() ? 0 : 1);
    }

    private void run() throws Exception {
        try (EmbeddedPostgres postgres =
                        EmbeddedPostgres.start(work.resolve("db"), EmbeddedPostgres.Options.production());
                ScriptedSmtp smtp = new ScriptedSmtp(this::mailServer)) {
            postgres.createDatabase("queues");
            Map<String, String> settings = Map.of(
                    "CALLBOARD_CALLS_PER_SECOND",
                    "0",
                    "CALLBOARD_PRIVATE_WEBHOOKS",
                    "allow",
                    "CALLBOARD_SMTP_URL",
                    "smtp://127.0.0.1:" + smtp.port(),
                    "CALLBOARD_MAIL_FROM",
                    "office@queues.test",
                    "CALLBOARD_DATABASE_URL",
                    postgres.jdbcUrl("queues"),
                    "CALLBOARD_DATABASE_USER",
                    postgres.user(),
                    "CALLBOARD_DATABASE_PASSWORD",
                    postgres.password());
            Process server = Rough.start(work, url, settings);
            try {
                client = new RoughClient(url, Rough.ready(work, url));
                String quick = receiver(false);
                String hanging = receiver(true);
                webhook(quick);
                mails(smtp);
                for (int i = 0; i < 2; i++) {
                    webhook(hanging);
                }
                tellsInTime("with two receivers that hang", 20, false);
                mailHangs = true;
                tellsInTime("with a mail server that hangs too", 60, true);
                longImport(postgres);
                Set<String> twice = new java.util.TreeSet<>(recipients(smtp));
                expect(twice.size() == recipients(smtp).size(), "a mail came twice");
                openTransaction(postgres);
            } finally {
                end.countDown();
                Rough.stop(server);
            }
        }
    }

    private String mailServer(String step) {
        if (step.equals("HELLO") && mailHangs) {
            return ScriptedSmtp.SILENCE;
        } else if (step.equals("END")) {
            Rough.pause(200);
        }
        return null;
    }

    private List<String> recipients(ScriptedSmtp smtp) {
        return smtp.mails().stream()
                .map(TO::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    /** Answers at once and notes when it was told of a booking, or says nothing before the end. */
    private String receiver(boolean hangs) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            if (hangs) {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            } else {
                String booking =
                        JSON.readTree(body).at("/data/booking/externalId").asString("");
                told.putIfAbsent(booking, System.nanoTime());
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void webhook(String receiver) throws Exception {
        HttpResponse<String> answer =
                client.office("POST", "/callboard/v1/tenant/" + client.tenant() + "/webhooks", """
                {"url": "%s", "events": ["tn.crm.booking-created"]}""".formatted(receiver));
        expect(answer.statusCode() == 200, "no webhook: " + answer.body());
    }

    private long book(String id, boolean mail) throws Exception {
        long now = System.nanoTime();
        HttpResponse<String> answer = client.office("POST", client.bookings(), """
                {"externalId": "%1$s", "source": "Queues", "name": "Jordan Reyes", "summary": "No heat",
                 "isFirstTimeClient": true, "isSendConfirmationEmail": %2$s,
                 "contacts": [{"type": "Email", "value": "%1$s@queues.test"}]}""".formatted(id, mail));
        expect(answer.statusCode() == 200, "no booking: " + answer.body());
        return now;
    }

    private void mails(ScriptedSmtp smtp) throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < 150; i++) {
            book("mail-" + i, true);
        }
        double posted = Rough.seconds(start);
        Rough.await("150 mails", Duration.ofMinutes(5), () -> recipients(smtp).size() >= 150);
        double gone = Rough.seconds(start);
        System.out.printf(
                "150 mails at 200 ms each: posted in %.1f s, gone %.1f s after the first post%n", posted, gone);
        expect(gone <= 30, "150 mails took " + gone + " s");
    }

    private void tellsInTime(String when, int count, boolean mail) throws Exception {
        Map<String, Long> posted = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String id = "told-" + mail + "-" + i;
            posted.put(id, book(id, mail));
        }
        Rough.await(
                "the receiver is told",
                Duration.ofMinutes(2),
                () -> told.keySet().containsAll(posted.keySet()));
        double slowest = posted.entrySet().stream()
                .mapToDouble(one -> (told.get(one.getKey()) - one.getValue()) / 1e9)
                .max()
                .orElseThrow();
        System.out.printf("%s: each of %d bookings told elsewhere within %.1f s%n", when, count, slowest);
        expect(slowest <= 10, when + " a booking was told after " + slowest + " s");
    }

    private void longImport(EmbeddedPostgres postgres) throws Exception {
        Path file = work.resolve("leads.csv");
        try (Horizon horizon = new Horizon(postgres.jdbcUrl("queues"), postgres.user(), postgres.password())) {
            horizon.begin("staging");
            long start = System.nanoTime();
            String list = Rough.upload(client, file, rows);
            double staged = Rough.seconds(start);
            horizon.begin("running");
            book("amid-import", false);
            Rough.await(
                    "the import",
                    Duration.ofMinutes(20),
                    () -> !Rough.state(client, list).equals("Running"));
            System.out.printf(
                    "import of %d rows: taken in %.1f s, %s after %.1f s%n",
                    rows, staged, Rough.state(client, list), Rough.seconds(start));
            horizon.longest().forEach((phase, millis) -> {
                System.out.printf("longest hold of the feeds while %s: %d ms%n", phase, millis);
                expect(millis <= 2000, "the feeds were held up for " + millis + " ms while " + phase);
            });
            double late = (told.getOrDefault("amid-import", Long.MAX_VALUE) - start) / 1e9 - staged;
            System.out.printf("a booking amid the import was told after %.1f s%n", late);
        }
    }

    private void openTransaction(EmbeddedPostgres postgres) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl("postgres"), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set application_name = 'forgotten report'");
            statement.execute("select pg_current_xact_id()");
            long start = System.nanoTime();
            book("amid-transaction", false);
            Rough.await(
                    "a line in the log",
                    Duration.ofMinutes(2),
                    () -> log().contains("(application 'forgotten report'"));
            double said = Rough.seconds(start);
            System.out.printf(
                    "an open transaction of another database is named after %.0f s:%n  %s%n",
                    said,
                    log().lines()
                            .filter(line -> line.contains("forgotten report"))
                            .findFirst()
                            .orElseThrow());
            String metric = client.send(client.at("/metrics").build())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("callboard_feed_horizon_age_seconds"))
                    .findFirst()
                    .orElse("none");
            System.out.println("  " + metric);
            expect(said < 40 && Double.parseDouble(metric.replaceFirst(".* ", "0")) >= 30, "not told in time");
            expect(!told.containsKey("amid-transaction"), "a booking was told past an open transaction");
            connection.rollback();
        }
        Rough.await("feeds that go on", Duration.ofMinutes(2), () -> told.containsKey("amid-transaction"));
        expect(log().contains("feeds and webhooks go on after"), "the end was not said");
    }

    private String log() throws IOException {
        return Files.readString(work.resolve("callboard.log"));
    }

    private void expect(boolean so, String fault) {
        if (!so) {
            faults.add(fault);
        }
    }
}

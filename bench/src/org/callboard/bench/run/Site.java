package org.callboard.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.callboard.access.Apps;
import org.callboard.testing.Api;

/** A Callboard that runs on one data set as its users run it, {@code ./callboard run}, but without a limit of calls. */
final class Site implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration TOKEN_AGE = Duration.ofMinutes(3);

    private final Path data;
    private final Map<String, String> env;
    private final int port;
    private final Process process;
    final double startSeconds;
    private Api api;
    private long apiSince;

    private Site(Path data, Map<String, String> env, int port, Process process, double startSeconds) {
        this.data = data;
        this.env = env;
        this.port = port;
        this.process = process;
        this.startSeconds = startSeconds;
    }

    /** Starts it and returns when it says that it is ready. */
    static Site start(Path data) {
        try {
            int port = freePort();
            Path log = Files.createDirectories(Path.of("bench", "out", "run"))
                    .resolve("callboard-" + data.getFileName() + ".log");
            ProcessBuilder builder = new ProcessBuilder("./callboard", "run");
            builder.environment().keySet().removeIf(name -> name.startsWith("CALLBOARD_"));
            builder.environment()
                    .putAll(Map.of(
                            "CALLBOARD_DATA", data.toString(),
                            "CALLBOARD_PORT", Integer.toString(port),
                            "CALLBOARD_CALLS_PER_SECOND", "0"));
            String options = System.getenv("BENCH_JAVA_OPTIONS");
            if (options != null) {
                builder.environment().put("JDK_JAVA_OPTIONS", options);
            }
            long start = System.nanoTime();
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy)); // Ctrl-C ends this program alone
            while (!ready(port)) {
                if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                    process.destroy();
                    throw new IllegalStateException("Callboard did not start: " + Files.readString(log, UTF_8));
                }
                Thread.sleep(5);
            }
            return new Site(data, readEnv(data), port, process, (System.nanoTime() - start) / 1e9);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What {@code bench/seed} wrote about how to get in. */
    static Map<String, String> readEnv(Path data) throws IOException {
        return Files.readAllLines(data.resolve("seed.env")).stream()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static boolean ready(int port) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health/ready"))
                    .build();
            return Api.HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String env(String name) {
        return env.get(name);
    }

    long tenant() {
        return Long.parseLong(env.get("TENANT"));
    }

    int customers() {
        return Integer.parseInt(env.get("CUSTOMERS"));
    }

    /** The integration without restriction of the large company, with a token that lasts for some minutes more. */
    synchronized Api api() {
        if (api == null || System.nanoTime() - apiSince > TOKEN_AGE.toNanos()) {
            apiSince = System.nanoTime();
            api = new Api(
                    url(),
                    tenant(),
                    new Apps.Registered(0, env.get("APP_KEY")),
                    new Apps.Connected(0, env.get("CLIENT_ID"), env.get("CLIENT_SECRET")));
        }
        return api;
    }

    /** What an integration sends with every request. */
    Map<String, String> headers() {
        return Map.of("Authorization", "Bearer " + api().token(), "ST-App-Key", env("APP_KEY"));
    }

    Map<String, String> env() {
        return env;
    }

    long serverPid() {
        // java, which the launcher watches
        return process.children().map(ProcessHandle::pid).findFirst().orElseThrow();
    }

    long postmasterPid() {
        return Long.parseLong(firstLine("postgres/cluster/postmaster.pid"));
    }

    int databasePort() {
        return Integer.parseInt(firstLine("postgres/port"));
    }

    String databasePassword() {
        return firstLine("postgres/password");
    }

    String superuserPassword() {
        return firstLine("postgres/superuser-password");
    }

    private String firstLine(String file) {
        try {
            return Files.readAllLines(data.resolve(file)).getFirst().strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How psql and pgbench come in: as the owner of the tables, for the large company, under the same policies. */
    Map<String, String> databaseEnvironment() {
        return Map.of(
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                Integer.toString(databasePort()),
                "PGUSER",
                "callboard",
                "PGDATABASE",
                "callboard",
                "PGPASSWORD",
                databasePassword(),
                "PGOPTIONS",
                "-c callboard.tenant=" + tenant());
    }

    /** A connection of the owner of the tables, for the large company. The caller closes it. */
    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort() + "/callboard", "callboard", databasePassword());
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('callboard.tenant', '" + tenant() + "', false)");
        }
        return connection;
    }

    /** Stops Callboard, and its PostgreSQL with it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Callboard did not stop.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package org.callboard.testing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.callboard.Application;
import org.callboard.database.Database;
import org.callboard.database.DatabaseSettings;
import org.callboard.postgres.EmbeddedPostgres;
import org.callboard.tasks.TaskLane;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** One Callboard for the whole test run, on a real PostgreSQL and a real port, with a fresh database. */
public final class Server {

    private static final EmbeddedPostgres POSTGRES =
            EmbeddedPostgres.start(TestData.FOLDER, EmbeddedPostgres.Options.forTests());
    private static final ConfigurableApplicationContext CONTEXT = start();

    private Server() {}

    private static ConfigurableApplicationContext start() {
        Runtime.getRuntime().addShutdownHook(new Thread(POSTGRES::close));
        ConfigurableApplicationContext node = node(freshDatabase("test_run"), 0);
        PublishedDocument.watch("http://localhost:" + port(node));
        return node;
    }

    /** Another node on the same database. The caller closes it. */
    public static ConfigurableApplicationContext startNode() {
        return startNode(0);
    }

    /** Another node, which lets each connection make so many calls a second. The caller closes it. */
    public static ConfigurableApplicationContext startNode(int callsPerSecond) {
        return node(open("test_run"), callsPerSecond);
    }

    /** Another node, which is called so. The caller closes it. */
    public static ConfigurableApplicationContext startNodeCalled(String publicUrl) {
        return node(open("test_run"), 0, publicUrl);
    }

    /** A line to the database of the test run, for {@link #startNodeOn}. The caller closes it. */
    public static NetworkLine lineToDatabase() {
        return NetworkLine.to(POSTGRES.port());
    }

    /** Another node, which reaches the database by this line alone. The caller closes it. */
    public static ConfigurableApplicationContext startNodeOn(NetworkLine line) {
        String url = POSTGRES.jdbcUrl("test_run").replace(":" + POSTGRES.port() + "/", ":" + line.port() + "/");
        return node(Database.open(url, POSTGRES.user(), POSTGRES.password()), 0);
    }

    private static ConfigurableApplicationContext node(Database database, int callsPerSecond) {
        return node(database, callsPerSecond, null);
    }

    private static ConfigurableApplicationContext node(Database database, int callsPerSecond, String publicUrl) {
        Map<String, Object> variables = new HashMap<>(Map.of(
                "server.port",
                0,
                "callboard.calls-per-second",
                callsPerSecond,
                "callboard.private-webhooks",
                "allow",
                "callboard.address-hosts",
                "127.0.0.1",
                "callboard.smtp-url",
                PostOffice.url(),
                "callboard.mail-from",
                PostOffice.FROM,
                "callboard.text-webhook-url",
                TextRelay.url(),
                "callboard.text-webhook-secret",
                TextRelay.SECRET));
        if (publicUrl != null) {
            variables.put("callboard.public-url", publicUrl);
        }
        SpringApplication application =
                Application.application(new DatabaseSettings(TestData.FOLDER, null), database, variables);
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("textIsNoCondition", new TextIsNoCondition()));
        return application.run();
    }

    private static Database open(String name) {
        return Database.open(POSTGRES.jdbcUrl(name), POSTGRES.user(), POSTGRES.password());
    }

    /** An empty database beside the test run's own, for a test that starts a second application. */
    static Database freshDatabase(String name) {
        POSTGRES.dropDatabase(name);
        POSTGRES.createDatabase(name);
        return open(name);
    }

    /** An empty database for a process of its own, under the account of its owner. */
    public static DatabaseSettings.Outside emptyDatabase(String name) {
        POSTGRES.dropDatabase(name);
        POSTGRES.createDatabase(name);
        return new DatabaseSettings.Outside(POSTGRES.jdbcUrl(name), POSTGRES.user(), POSTGRES.password());
    }

    /** The database of the test run, as a command beside the server is told of it. */
    public static DatabaseSettings settings() {
        return new DatabaseSettings(
                TestData.FOLDER,
                new DatabaseSettings.Outside(POSTGRES.jdbcUrl("test_run"), POSTGRES.user(), POSTGRES.password()));
    }

    /** Lets the planner know what a test has put into a table, as it does by itself after a while. */
    public static void analyze(String... tables) {
        asOwner("analyze " + String.join(", ", tables));
    }

    /** Runs a statement as the owner of the tables, which the server itself never does. */
    public static void asOwner(String sql) {
        try (Connection connection = DriverManager.getConnection(
                        POSTGRES.jdbcUrl("test_run"), POSTGRES.user(), POSTGRES.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the owner of the tables is answered, line by line, after other statements of the same connection. */
    public static String askOwner(String before, String sql) {
        StringBuilder lines = new StringBuilder();
        try (Connection connection = DriverManager.getConnection(
                        POSTGRES.jdbcUrl("test_run"), POSTGRES.user(), POSTGRES.password());
                Statement statement = connection.createStatement()) {
            statement.execute(before);
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    lines.append(row.getString(1)).append('\n');
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return lines.toString();
    }

    /** Lets the background look for what is due now, and not within some seconds. */
    public static void lookForDueTasks() {
        CONTEXT.getBeansOfType(TaskLane.class).values().forEach(TaskLane::lookNow);
    }

    /** The tables in which a text stands for whatever company, also as letters in a column of bytes. */
    public static List<String> holding(String text) {
        String bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        String all = """
                select relname, (xpath('/row/found/text()', query_to_xml(format(
                    'select exists (select from %I t where t::text like ''%%TEXT%%'' or t::text like ''%%BYTES%%'') as found',
                    relname), false, true, '')))[1]::text
                from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
                """;
        try (Connection connection = DriverManager.getConnection(
                        POSTGRES.jdbcUrl("test_run"), POSTGRES.user(), POSTGRES.password());
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(all.replace("TEXT", text).replace("BYTES", bytes))) {
            List<String> holding = new ArrayList<>();
            while (rows.next()) {
                if (rows.getString(2).equals("true")) {
                    holding.add(rows.getString(1));
                }
            }
            return holding;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells whoever listens to such events of one. */
    public static void publish(Object event) {
        CONTEXT.publishEvent(event);
    }

    /** What listens on the port. */
    public static WebServer webServer() {
        return Objects.requireNonNull(((WebServerApplicationContext) CONTEXT).getWebServer());
    }

    public static int port() {
        return port(CONTEXT);
    }

    /** The port of another node. */
    public static int port(ConfigurableApplicationContext node) {
        return ((WebServerApplicationContext) node).getWebServer().getPort();
    }

    public static String url() {
        return "http://localhost:" + port();
    }

    public static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    /** All beans of a type. */
    public static <T> List<T> beans(Class<T> type) {
        return List.copyOf(CONTEXT.getBeansOfType(type).values());
    }

    public static <T> T bean(String name, Class<T> type) {
        return CONTEXT.getBean(name, type);
    }
}

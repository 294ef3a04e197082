package org.callboard.testing;

import java.nio.file.Path;
import org.callboard.Application;
import org.callboard.platform.Database;
import org.callboard.platform.EmbeddedPostgres;
import org.callboard.platform.Settings;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** One Callboard for the whole test run, on a real PostgreSQL and a real port, with a fresh database. */
public final class Server {

    private static final Path DATA = Path.of("target", "test-data").toAbsolutePath();
    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.start(DATA, EmbeddedPostgres.Options.forTests());
    private static final ConfigurableApplicationContext CONTEXT = start();

    private Server() {}

    private static ConfigurableApplicationContext start() {
        POSTGRES.dropDatabase("test_run");
        POSTGRES.createDatabase("test_run");
        Runtime.getRuntime().addShutdownHook(new Thread(POSTGRES::close));
        return startNode();
    }

    /** Another node on the same database. The caller closes it. */
    public static ConfigurableApplicationContext startNode() {
        Database database = Database.open(POSTGRES.jdbcUrl("test_run"), POSTGRES.user(), POSTGRES.password());
        return Application.application(new Settings(0, DATA, null), database).run();
    }

    public static int port() {
        return ((WebServerApplicationContext) CONTEXT).getWebServer().getPort();
    }

    public static String url() {
        return "http://localhost:" + port();
    }

    public static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    public static <T> T bean(String name, Class<T> type) {
        return CONTEXT.getBean(name, type);
    }
}

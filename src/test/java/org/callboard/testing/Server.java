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

    private static final ConfigurableApplicationContext CONTEXT = start();

    private Server() {}

    private static ConfigurableApplicationContext start() {
        Path data = Path.of("target", "test-data").toAbsolutePath();
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data, EmbeddedPostgres.Options.forTests());
        postgres.dropDatabase("test_run");
        postgres.createDatabase("test_run");
        Database database = Database.open(postgres.jdbcUrl("test_run"), postgres.user(), postgres.password());
        ConfigurableApplicationContext context =
                Application.application(new Settings(0, data, null), database).run();
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        return context;
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

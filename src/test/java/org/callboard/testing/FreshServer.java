package org.callboard.testing;

import java.nio.file.Path;
import java.util.List;
import org.callboard.Application;
import org.callboard.database.Database;
import org.callboard.database.DatabaseSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A second Callboard on an empty database of its own in the test run's PostgreSQL: nobody has set it up yet. */
public final class FreshServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final DatabaseSettings.Outside owner;

    public FreshServer(String database) {
        this(database, context -> {});
    }

    /** One whose context is changed before it starts. */
    public FreshServer(String database, ApplicationContextInitializer<GenericApplicationContext> initializer) {
        this(database, TestData.FOLDER, initializer);
    }

    /** One with the demonstration, whose credentials it writes to this directory. */
    public static FreshServer withDemo(String database, Path data) {
        return withDemo(database, data, context -> {});
    }

    /** The same, whose context is changed before it starts. */
    public static FreshServer withDemo(
            String database, Path data, ApplicationContextInitializer<GenericApplicationContext> initializer) {
        return new FreshServer(database, data, initializer, "--demo");
    }

    private FreshServer(
            String database,
            Path data,
            ApplicationContextInitializer<GenericApplicationContext> initializer,
            String... arguments) {
        owner = Server.emptyDatabase(database);
        Database opened = Database.open(owner.url(), owner.user(), owner.password());
        SpringApplication application = Application.application(new DatabaseSettings(data, null), opened);
        application.addInitializers(fresh -> initializer.initialize((GenericApplicationContext) fresh));
        context = application.run(arguments);
    }

    public String url() {
        return "http://localhost:"
                + ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All beans of a type. */
    public <T> List<T> beans(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    /** The owner of its tables, for what requests may not do. */
    public DatabaseSettings.Outside owner() {
        return owner;
    }

    @Override
    public void close() {
        context.close();
    }
}

package org.callboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.callboard.Application;
import org.callboard.database.Database;
import org.callboard.database.DatabaseSettings;
import org.callboard.postgres.EmbeddedPostgres;
import org.callboard.testing.Visitor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A Callboard in this process on a data directory of {@code bench/seed}.
 *
 * @param env what {@code seed.env} in it says
 */
public record Opened(EmbeddedPostgres postgres, ConfigurableApplicationContext context, Map<String, String> env)
        implements AutoCloseable {

    public static Opened on(Path data, ApplicationContextInitializer<GenericApplicationContext> initializer)
            throws IOException {
        Map<String, String> env = Files.readAllLines(data.resolve("seed.env")).stream()
                .filter(line -> line.contains("="))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1)));
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data, EmbeddedPostgres.Options.production());
        try {
            Database database = Database.open(postgres.jdbcUrl("callboard"), postgres.user(), postgres.password());
            SpringApplication application = Application.application(new DatabaseSettings(data, null), database);
            application.addInitializers(context -> initializer.initialize((GenericApplicationContext) context));
            return new Opened(postgres, Seed.silently(application), env);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    public String get(String name) {
        return Objects.requireNonNull(env.get(name), name);
    }

    public long number(String name) {
        return Long.parseLong(get(name));
    }

    public String url() {
        return "http://localhost:"
                + Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                        .getPort();
    }

    /** Somebody with all rights in the large company, signed in. */
    public Visitor owner() {
        Visitor visitor = new Visitor(url());
        visitor.signIn(get("OWNER_EMAIL"), get("OWNER_PASSWORD"));
        return visitor;
    }

    @Override
    public void close() {
        context.close();
        postgres.close();
    }
}

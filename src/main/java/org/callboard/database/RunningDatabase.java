package org.callboard.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.callboard.postgres.EmbeddedPostgres;
import org.callboard.postgres.EmbeddedPostgresException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The database for a command that asks something of the Callboard which runs on it, or of the next one that does. */
public final class RunningDatabase {

    private RunningDatabase() {}

    /**
     * Works on the database that the settings name, as the background does for the company of the {@link Caller}. Throws a
     * {@link StartFailure} with one clear line.
     */
    public static <T> T use(DatabaseSettings settings, Function<JdbcClient, T> work) {
        List<T> result = new ArrayList<>();
        try {
            Database.asOwner(reached(settings), connection -> {
                StartFailure.unless(
                        isOurs(connection),
                        "this database is of an older Callboard or of none; start this one on it first.");
                SingleConnectionDataSource only = new SingleConnectionDataSource(connection, true);
                result.add(work.apply(JdbcClient.create(new TenantDataSource(only, new CircuitBreaker()))));
                return 0;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result.getFirst();
    }

    /** An embedded one that another process has started is reached as if it were somebody else's. */
    private static DatabaseSettings reached(DatabaseSettings settings) {
        if (settings.database() != null) {
            return settings;
        }
        try {
            return EmbeddedPostgres.running(settings.folder())
                    .map(running -> new DatabaseSettings(
                            settings.folder(),
                            new DatabaseSettings.Outside(
                                    running.jdbcUrl("callboard"), running.user(), running.password())))
                    .orElse(settings);
        } catch (EmbeddedPostgresException e) {
            throw new StartFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean isOurs(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('public.understanding') is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }
}

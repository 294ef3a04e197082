package org.callboard.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * A PostgreSQL of our own in a data directory that lasts: made at the first start, found again at every later one, with
 * its files under {@code <data>/postgres}. It listens on 127.0.0.1 only, wants a password, and flushes what it commits.
 *
 * <p>The server is a process of its own. It is stopped by {@link #close}; if this JVM is killed it lives on and the next
 * {@link #start} adopts it. Every method may be called from any thread. Failures are an {@link
 * EmbeddedPostgresException} with one line for the operator.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String USER = "callboard";
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private final DataLock lock;
    private final PostgresServer server;
    private final String password;
    private boolean closed;

    private EmbeddedPostgres(DataLock lock, PostgresServer server, String password) {
        this.lock = lock;
        this.server = server;
        this.password = password;
    }

    /**
     * How the server is to run.
     *
     * @param durable false gives up crash safety for speed; for tests only
     * @param sharedBuffers PostgreSQL's setting of that name, such as {@code 256MB}
     */
    public record Options(boolean durable, String sharedBuffers) {

        /** Keeps every commit; sized for one machine with 2 GB or more. */
        public static Options production() {
            return new Options(true, "256MB");
        }

        /** Small and fast; a power failure may destroy the data. */
        public static Options forTests() {
            return new Options(false, "64MB");
        }
    }

    /**
     * Returns a server that answers, with the role and the database {@code callboard} in place. Creates, starts, recovers
     * or adopts as need be.
     *
     * @param dataDir Callboard's data directory, made if missing; no other Callboard may use it at the same time
     * @throws EmbeddedPostgresException if another Callboard uses {@code dataDir}, there are no binaries for this
     *     platform, or the server does not come up
     */
    public static EmbeddedPostgres start(Path dataDir, Options options) {
        try {
            Path home = PostgresServer.prepareHome(dataDir);
            DataLock lock = DataLock.take(home.resolve("lock"), Directories.parent(home));
            try {
                boolean newPassword = !Files.exists(home.resolve("password"));
                String password = PostgresSettings.secret(home.resolve("password"));
                PostgresServer server = PostgresServer.start(home, options);
                bootstrap(server, password, newPassword);
                return new EmbeddedPostgres(lock, server, password);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (AccessDeniedException e) {
            throw refused(e, dataDir);
        } catch (IOException | SQLException e) {
            throw new EmbeddedPostgresException(
                    "The embedded PostgreSQL in " + dataDir + " could not be started: " + e, e);
        }
    }

    /** A server that another Callboard has started and will stop. */
    public record Running(int port, String password) {

        /** Where to reach {@code database} as {@link #user}; holds no password. */
        public String jdbcUrl(String database) {
            return PostgresServer.jdbcUrl(port, database);
        }

        /** See {@link EmbeddedPostgres#user()}. */
        public String user() {
            return USER;
        }
    }

    /**
     * The server of the Callboard that uses a data directory now; empty where none does. It starts and stops nothing.
     *
     * @throws EmbeddedPostgresException if the server is not up, or its files can't be read
     */
    public static Optional<Running> running(Path dataDir) {
        Path home = dataDir.toAbsolutePath().normalize().resolve("postgres");
        try {
            if (!Files.exists(home.resolve("password"))
                    || !DataLock.isHeld(home.toRealPath().resolve("lock"))) {
                return Optional.empty();
            }
            int port = Postmaster.port(home.resolve("cluster"))
                    .orElseThrow(() -> new EmbeddedPostgresException(
                            "The Callboard that uses " + dataDir + " is not up yet, or is about to stop; try again."));
            return Optional.of(new Running(port, PostgresSettings.secret(home.resolve("password"))));
        } catch (AccessDeniedException e) {
            throw refused(e, dataDir);
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    "The embedded PostgreSQL in " + dataDir + " could not be reached: " + e, e);
        }
    }

    private static EmbeddedPostgresException refused(AccessDeniedException e, Path dataDir) {
        return new EmbeddedPostgresException(
                "Callboard may not use " + e.getFile() + ": run it as the user that owns " + dataDir
                        + ", or set CALLBOARD_DATA to another directory.",
                e);
    }

    /** Where to reach {@code database} as {@link #user}; holds no password. Stays the same until {@link #close}. */
    public String jdbcUrl(String database) {
        return server.jdbcUrl(database);
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return server.port();
    }

    /** The role {@code callboard}: owns the database of that name and may create roles, but is no superuser. */
    public String user() {
        return USER;
    }

    /** The password of {@link #user}, kept in a file that only Callboard's own user can read. */
    public String password() {
        return password;
    }

    /** Tells the cluster's files from a copy of them, which is what a backup is; letters and digits. */
    public String controlFile() {
        return server.controlFile();
    }

    /** Starts the server again, on the same port, if it died. Costs next to nothing when it lives. */
    public synchronized void ensureRunning() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        try {
            server.ensureRunning();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("The embedded PostgreSQL could not be started again: " + e, e);
        }
    }

    /** Creates an empty database owned by {@link #user}; fails if there is one of that name. */
    public void createDatabase(String name) {
        asSuperuser("CREATE DATABASE " + quoted(name) + " OWNER " + USER);
    }

    /** Removes a database and ends the connections to it; does nothing if there is none of that name. */
    public void dropDatabase(String name) {
        asSuperuser("DROP DATABASE IF EXISTS " + quoted(name) + " WITH (FORCE)");
    }

    /** Stops the server, rolling back what is open, and gives the data directory free. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            server.stop(STOP_PATIENCE);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("The embedded PostgreSQL could not be stopped: " + e, e);
        }
    }

    /** What a kill of this JVM does: the lock is gone, the server lives on. For tests. */
    synchronized long abandon() throws IOException {
        closed = true;
        lock.close();
        return pid();
    }

    /** The server's process. For tests. */
    long pid() {
        return server.pid();
    }

    private void asSuperuser(String sql) {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new EmbeddedPostgresException(sql + " failed: " + e.getMessage(), e);
        }
    }

    private static void bootstrap(PostgresServer server, String password, boolean newPassword) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            boolean role;
            boolean database;
            try (ResultSet row = statement.executeQuery("""
                    SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'callboard'),
                           EXISTS (SELECT FROM pg_database WHERE datname = 'callboard')
                    """)) {
                row.next();
                role = row.getBoolean(1);
                database = row.getBoolean(2);
            }
            if (!role || newPassword) {
                statement.execute((role ? "ALTER" : "CREATE")
                        + " ROLE callboard LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS PASSWORD '" + password + "'");
            }
            if (!database) {
                statement.execute("CREATE DATABASE callboard OWNER callboard");
            }
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}

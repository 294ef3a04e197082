package org.callboard.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.callboard.postgres.EmbeddedPostgres;
import org.callboard.postgres.EmbeddedPostgresException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * The PostgreSQL behind Callboard: the embedded one by default, an outside one by setting. Opening it starts, checks and
 * migrates the database and then hands out connections that run as {@code callboard_app}, a role that owns nothing.
 */
public final class Database implements SmartLifecycle, AutoCloseable {

    /** Everything that uses the database stops before it. */
    public static final int PHASE = Integer.MIN_VALUE + 1000;

    private static final int OLDEST_VERSION = 15;
    private static final String OTHERS = """
            select exists (select from pg_stat_activity where datname = current_database()
                and application_name = 'callboard' and pid <> pg_backend_pid())
            """;
    private static final int SPARE = 2;

    private final DatabaseSettings.Outside owner;
    private final @Nullable EmbeddedPostgres embedded;
    private final AppConnections connections;
    private final HikariDataSource pool;
    private final CircuitBreaker breaker = new CircuitBreaker();
    private volatile boolean running = true;

    private Database(DatabaseSettings.Outside owner, @Nullable EmbeddedPostgres embedded) {
        this.owner = owner;
        this.embedded = embedded;
        this.connections = new AppConnections(this::connect, () -> controlFile(embedded));
        prepare();
        this.pool = pool();
    }

    /** Opens the database that the settings name. Throws a {@link StartFailure} with one clear line. */
    public static Database open(DatabaseSettings settings) {
        DatabaseSettings.Outside outside = settings.database();
        if (outside != null) {
            return new Database(outside, null);
        }
        EmbeddedPostgres embedded = embedded(settings);
        try {
            return new Database(owner(embedded), embedded);
        } catch (RuntimeException e) {
            embedded.close();
            throw e;
        }
    }

    /** Opens a database that somebody else started and will stop, as tests do. */
    public static Database open(String url, String user, String password) {
        return new Database(new DatabaseSettings.Outside(url, user, password), null);
    }

    /** What is done as the owner of the tables, on one connection, while no application runs. */
    interface OwnerWork {
        long run(Connection connection) throws SQLException, IOException;
    }

    /** Works on the database that the settings name, as it is. Throws a {@link StartFailure} with one clear line. */
    static long asOwner(DatabaseSettings settings, OwnerWork work) throws IOException {
        return asOwner(settings, null, work);
    }

    /** The same on tables that were made first, up to a migration. */
    static long asOwner(DatabaseSettings settings, @Nullable String migration, OwnerWork work) throws IOException {
        DatabaseSettings.Outside outside = settings.database();
        if (outside != null) {
            return asOwner(outside, migration, work);
        }
        try (EmbeddedPostgres embedded = embedded(settings)) {
            return asOwner(owner(embedded), migration, work);
        }
    }

    private static long asOwner(DatabaseSettings.Outside owner, @Nullable String migration, OwnerWork work)
            throws IOException {
        try (Connection connection = connect(owner, DatabaseTimeout.ENDLESS)) {
            refuseFormer(connection);
            if (migration != null) {
                try (Statement statement = connection.createStatement()) {
                    createRoles(statement);
                }
                migrate(owner, MigrationVersion.fromVersion(migration));
            }
            return work.run(connection);
        } catch (SQLException e) {
            throw new StartFailure("The database at " + withoutQuery(owner.url()) + " can't be used: " + reason(e), e);
        }
    }

    /**
     * Notes that the database was put back in a way that looks like a crash from inside, such as a volume rolled back.
     * Callboard must not be running on it. Throws a {@link StartFailure} with one clear line.
     */
    public static void tellRestored(DatabaseSettings settings) {
        try {
            DatabaseSettings.Outside outside = settings.database();
            if (outside != null) {
                tellRestored(outside, null);
                return;
            }
            try (EmbeddedPostgres embedded = embedded(settings)) {
                tellRestored(owner(embedded), embedded.controlFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tellRestored(DatabaseSettings.Outside owner, @Nullable String controlFile) throws IOException {
        asOwner(owner, null, connection -> {
            if (!isSo(connection, "select to_regclass('public.change_epoch') is not null")) {
                throw new StartFailure("there is no Callboard in this database.");
            }
            // a server needs a moment to notice that a client has gone
            for (int looks = 20; isSo(connection, OTHERS); looks--) {
                if (looks == 0) {
                    throw new StartFailure("Callboard is running on this database; stop it first.");
                }
                LockSupport.parkNanos(100_000_000);
            }
            migrate(owner, MigrationVersion.LATEST);
            AppConnections.tellRestored(connection, controlFile);
            return 0;
        });
    }

    private static boolean isSo(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static DatabaseSettings.Outside owner(EmbeddedPostgres embedded) {
        return new DatabaseSettings.Outside(embedded.jdbcUrl("callboard"), embedded.user(), embedded.password());
    }

    private static EmbeddedPostgres embedded(DatabaseSettings settings) {
        try {
            return EmbeddedPostgres.start(settings.folder(), EmbeddedPostgres.Options.production());
        } catch (EmbeddedPostgresException e) {
            throw new StartFailure(firstLine(e), e);
        }
    }

    private static @Nullable String controlFile(@Nullable EmbeddedPostgres embedded) {
        return embedded == null ? null : embedded.controlFile();
    }

    /** A few letters that are others after each time that the database was put back; none where it never was. */
    public String restored() {
        return connections.restored();
    }

    public DataSource dataSource() {
        return new TenantDataSource(pool, breaker);
    }

    /** A connection outside the pool, without a tenant, for LISTEN and NOTIFY. The caller closes it. */
    public Connection connect() throws SQLException {
        return connect(owner, DatabaseTimeout.QUICK);
    }

    private static Connection connect(DatabaseSettings.Outside owner, DatabaseTimeout timeout) throws SQLException {
        Properties properties = timeout.properties();
        properties.setProperty("user", owner.user());
        properties.setProperty("password", owner.password());
        return DriverManager.getConnection(timeout.in(owner.url()), properties);
    }

    /** Whether the embedded server, if there is one, was running; brings it back where it had died. */
    void ensureRunning() {
        if (embedded != null && running) {
            embedded.ensureRunning();
        }
    }

    /** Asks a database that was given up whether it answers again. */
    void probe() {
        if (!breaker.isOpen()) {
            return;
        }
        // else the pool tries by itself, at ever longer intervals, and is asleep when it matters
        pool.setMinimumIdle(0);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        } catch (SQLException e) {
            return;
        }
        breaker.close();
        pool.setMinimumIdle(SPARE);
    }

    private void prepare() {
        try (Connection connection = connect(owner, DatabaseTimeout.ENDLESS);
                Statement statement = connection.createStatement()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_VERSION) {
                throw new StartFailure(
                        "The database is PostgreSQL " + version + "; Callboard needs " + OLDEST_VERSION + " or newer.");
            }
            refuseFormer(connection);
            createRoles(statement);
        } catch (SQLException e) {
            throw new StartFailure("The database at " + withoutQuery(owner.url()) + " can't be used: " + reason(e), e);
        }
        migrate(owner, MigrationVersion.LATEST);
        try {
            connections.getConnection().close();
        } catch (SQLException e) {
            throw new StartFailure("The database can't be used: " + firstLine(e), e);
        }
    }

    /** Before the first release the tables were made by other migrations, of which this was the first. */
    private static void refuseFormer(Connection connection) throws SQLException {
        if (isSo(connection, "select to_regclass('public.flyway_schema_history') is not null")
                && isSo(
                        connection,
                        "select exists (select from public.flyway_schema_history where script = 'V1__platform.sql')")) {
            throw new StartFailure(
                    "this database is of a Callboard from before its first release, and its tables can't be"
                            + " taken over. Start on an empty one: another CALLBOARD_DATA, or another database.");
        }
    }

    private static void migrate(DatabaseSettings.Outside owner, MigrationVersion target) {
        try {
            Flyway.configure()
                    .dataSource(owner.url(), owner.user(), owner.password())
                    .locations("classpath:db/migration")
                    .target(target)
                    .load()
                    .migrate();
        } catch (FlywayValidateException e) {
            throw new StartFailure("The database was made by another version of Callboard: " + firstLine(e), e);
        } catch (FlywayException e) {
            throw new StartFailure("The database could not be brought up to date: " + firstLine(e), e);
        }
    }

    /** The role that requests run as, and the one that owns the documents of the search and the function that reads them. */
    private static void createRoles(Statement statement) throws SQLException {
        createRole(statement, AppConnections.APP_ROLE, "set true", "set");
        createRole(statement, "callboard_search", "set true, inherit true", "usage");
    }

    /**
     * Makes a role where the database user may, and of that user a member.
     *
     * @param options what the user is given where it is a member already but may not do this yet
     * @param right what it must be able to do: act as the role, or have what the role has, as who migrates its table must
     */
    private static void createRole(Statement statement, String role, String options, String right) throws SQLException {
        try {
            statement.execute(
                    """
                    do $$ begin
                        if not exists (select from pg_roles where rolname = 'ROLE') then
                            create role ROLE nologin nosuperuser nobypassrls;
                        end if;
                        if current_setting('server_version_num')::int < 160000 then
                            if not pg_has_role(current_user, 'ROLE', 'member') then
                                grant ROLE to current_user;
                            end if;
                        elsif not pg_has_role(current_user, 'ROLE', 'RIGHT') then
                            execute 'grant ROLE to current_user with OPTIONS';
                        end if;
                    exception when duplicate_object or unique_violation then
                        null; -- another node was faster
                    end $$
                    """.replace("ROLE", role).replace("OPTIONS", options).replace("RIGHT", right));
            statement.execute("set role " + role);
            statement.execute("reset role");
            statement.execute("grant usage on schema public to " + role);
        } catch (SQLException e) {
            throw new StartFailure(
                    "The database user needs the role " + role + "; as an administrator run: CREATE ROLE " + role
                            + " NOLOGIN; GRANT " + role
                            + " TO the user; and make the user owner of the database. ("
                            + firstLine(e) + ")",
                    e);
        }
        try (ResultSet found = statement.executeQuery(
                "select rolsuper or rolbypassrls from pg_roles where rolname = '" + role + "'")) {
            if (found.next() && found.getBoolean(1)) {
                throw new StartFailure("The role " + role
                        + " must be neither superuser nor BYPASSRLS: that would switch"
                        + " off the isolation of tenants. Run: ALTER ROLE " + role + " NOSUPERUSER NOBYPASSRLS;");
            }
        }
    }

    private HikariDataSource pool() {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setPoolName("callboard");
        dataSource.setDataSource(connections);
        dataSource.setExceptionOverride(AppConnections.READ_ONLY_ENDS_IT);
        dataSource.setMaximumPoolSize(24);
        dataSource.setMinimumIdle(SPARE);
        dataSource.setConnectionTimeout(1_000);
        dataSource.setValidationTimeout(1_000);
        dataSource.setInitializationFailTimeout(-1);
        return dataSource;
    }

    private static String withoutQuery(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("^jdbc:", "");
    }

    /** The driver's own words say little of a host that has no address. */
    private static String reason(SQLException e) {
        return e.getCause() instanceof UnknownHostException host
                ? "there is no host named " + host.getMessage() + "."
                : firstLine(e);
    }

    private static String firstLine(Throwable e) {
        String message = String.valueOf(e.getMessage()).strip();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    @Override
    public void start() {}

    /** Closes the pool first, then the embedded server: in a lifecycle phase, since a shutdown hook would come too early. */
    @Override
    public void stop() {
        close();
    }

    @Override
    public void close() {
        if (running) {
            running = false;
            pool.close();
            if (embedded != null) {
                embedded.close();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}

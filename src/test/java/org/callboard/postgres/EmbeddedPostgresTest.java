package org.callboard.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One data directory goes through what happens to data directories; each test leaves it stopped and in order. */
class EmbeddedPostgresTest {

    @TempDir
    static Path data;

    private final List<EmbeddedPostgres> started = new ArrayList<>();

    /** As after a kill during the very first start: half of everything, under the names used for half-made things. */
    @BeforeAll
    static void leaveHalfMadeDirectories() throws Exception {
        Path home = Files.createDirectories(data.resolve("postgres"));
        Files.createDirectories(home.resolve("init-123/cluster/base"));
        Files.writeString(home.resolve("init-123/cluster/PG_VERSION"), "18\n");
        Files.createDirectories(home.resolve("unpack-123/bin"));
        Files.writeString(home.resolve("unpack-123/bin/postgres"), "half a prog");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, EmbeddedPostgres.Options.forTests())) {
            run(postgres, "CREATE TABLE kept (id bigint PRIMARY KEY)");
        }
        try (var left = Files.list(home)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("init-") || name.startsWith("unpack-"));
        }
    }

    @AfterEach
    void stop() {
        started.forEach(EmbeddedPostgres::close);
    }

    /** The server's account owns its files; without this a run by root can't tidy up what a failed test left running. */
    @AfterAll
    static void nothingIsLeftRunning() {
        assertThat(data.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void theRoleOwnsItsDatabaseAndIsNoSuperuser() throws Exception {
        EmbeddedPostgres postgres = start();

        assertThat(query(postgres, """
                        SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, pg_get_userbyid(datdba),
                               pg_encoding_to_char(encoding), datlocprovider, datlocale
                        FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()
                        """)).isEqualTo("f f t f callboard UTF8 b C.UTF-8");
        assertThat(query(postgres, "SHOW data_checksums")).isEqualTo("on");
        assertThat(query(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(query(postgres, "SHOW fsync")).isEqualTo("off");
    }

    @Test
    void aPasswordIsWantedAndNotReadableByOthers() throws Exception {
        EmbeddedPostgres postgres = start();

        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("callboard"), "callboard", "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        for (String file : List.of("password", "superuser-password")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                            data.resolve("postgres").resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void dataAndPortSurviveARestart() throws Exception {
        EmbeddedPostgres first = start();
        run(first, "INSERT INTO kept VALUES (1)");
        first.close();
        EmbeddedPostgres second = start();

        assertThat(query(second, "SELECT count(*) FROM kept WHERE id = 1")).isEqualTo("1");
        assertThat(second.port()).isEqualTo(first.port());
        assertThat(second.password()).isEqualTo(first.password());
    }

    @Test
    void filesThatWerePutBackAreToldFromThoseThatWereThere() throws Exception {
        EmbeddedPostgres first = start();
        String file = first.controlFile();
        first.close();
        EmbeddedPostgres second = start();
        assertThat(second.controlFile()).as("through restarts").isEqualTo(file).matches("[0-9-]+");
        second.close();
        Path cluster = data.resolve("postgres/cluster");
        Path backup = data.resolve("backup");
        // the old files go first, so that a file system may give their inodes to the new ones
        String putBack = "cp -a \"$0\" \"$1\" && rm -r \"$0\" && cp -a \"$1\" \"$0\" && rm -r \"$1\"";
        assertThat(new ProcessBuilder("sh", "-c", putBack, cluster.toString(), backup.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        EmbeddedPostgres third = start();
        assertThat(third.controlFile()).isNotEqualTo(file);
        assertThat(query(third, "SELECT count(*) FROM kept")).isNotEmpty();
    }

    @Test
    void productionKeepsWhatItCommits() throws Exception {
        EmbeddedPostgres postgres = keep(EmbeddedPostgres.start(data, EmbeddedPostgres.Options.production()));

        assertThat(query(postgres, "SHOW fsync")).isEqualTo("on");
        assertThat(query(postgres, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(query(postgres, "SHOW full_page_writes")).isEqualTo("on");
    }

    @Test
    void aKilledServerComesBackWithWhatWasCommitted() throws Exception {
        EmbeddedPostgres postgres = keep(EmbeddedPostgres.start(data, EmbeddedPostgres.Options.production()));
        long pid = postgres.pid();
        int port = postgres.port();
        try (Connection open = connect(postgres);
                Statement statement = open.createStatement()) {
            statement.execute("INSERT INTO kept VALUES (2)");
            open.setAutoCommit(false);
            statement.execute("INSERT INTO kept VALUES (3)");
            ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
            postgres.ensureRunning();
        }

        assertThat(postgres.pid()).isNotEqualTo(pid);
        assertThat(postgres.port()).isEqualTo(port);
        assertThat(query(postgres, "SELECT string_agg(id::text, ',') FROM kept WHERE id IN (2, 3)"))
                .isEqualTo("2");
    }

    @Test
    void aServerThatOutlivedItsCallboardIsAdopted() throws Exception {
        EmbeddedPostgres first = start();
        long pid = first.abandon();
        EmbeddedPostgres second = start();

        assertThat(second.pid()).isEqualTo(pid);
        assertThat(query(second, "SELECT 1")).isEqualTo("1");
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        second.close();
        // it has given up its files when it is closed; the kernel may need a moment more for the process
        process.ifPresent(one -> one.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    @Test
    void aServerThatOutlivedItsCallboardWithOtherSettingsIsReplaced() throws Exception {
        EmbeddedPostgres first = start();
        long pid = first.abandon();
        EmbeddedPostgres second = keep(EmbeddedPostgres.start(data, new EmbeddedPostgres.Options(false, "32MB")));

        assertThat(second.pid()).isNotEqualTo(pid);
        assertThat(query(second, "SHOW shared_buffers")).isEqualTo("32MB");
    }

    @Test
    void aPidThatBelongsToSomebodyElseByNowIsNoServer() throws Exception {
        Path pidFile = data.resolve("postgres/cluster/postmaster.pid");
        Files.writeString(
                pidFile,
                ProcessHandle.current().pid() + "\n" + data.toRealPath() + "/postgres/cluster\n1\n5432\n\n127.0.0.1\n");
        EmbeddedPostgres postgres = start();

        assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
    }

    /** A command beside the server reaches its database, and leaves it as it is. */
    @Test
    void whatRunsIsFoundByWhomItDoesNotBelongTo() throws Exception {
        EmbeddedPostgres postgres = start();
        EmbeddedPostgres.Running running = EmbeddedPostgres.running(data).orElseThrow();
        assertThat(running.port()).isEqualTo(postgres.port());
        try (Connection connection =
                DriverManager.getConnection(running.jdbcUrl("callboard"), running.user(), running.password())) {
            assertThat(connection.isValid(5)).isTrue();
        }
        postgres.close();
        assertThat(EmbeddedPostgres.running(data)).isEmpty();
        assertThat(EmbeddedPostgres.running(data.resolve("nothing"))).isEmpty();
        assertThat(data.resolve("nothing")).doesNotExist();
    }

    @Test
    void aSecondCallboardOnTheSameDataIsRefused() throws Exception {
        EmbeddedPostgres first = start();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessage("The data directory " + data.toRealPath()
                            + " is already used by another Callboard (process "
                            + ProcessHandle.current().pid() + ").");
        }
        assertThat(query(first, "SELECT 1")).isEqualTo("1");
    }

    @Test
    void databasesForTestsComeAndGo() throws Exception {
        EmbeddedPostgres postgres = start();
        postgres.createDatabase("a \"test\"");
        postgres.dropDatabase("a \"test\"");
        postgres.dropDatabase("a \"test\"");
        postgres.createDatabase("scratch");
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl("scratch"), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION pg_trgm");
            try (ResultSet row = statement.executeQuery("SELECT similarity('Ёлкин', 'Ёлкина') > 0.5")) {
                row.next();
                assertThat(row.getBoolean(1)).isTrue();
            }
        }
        postgres.dropDatabase("scratch");
    }

    @Test
    void everyPlatformHasItsOwnBinariesOrNone() {
        assertThat(PostgresBinaries.resource("Linux", "amd64")).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(PostgresBinaries.resource("Linux", "aarch64")).isEqualTo("postgres-linux-arm_64.txz");
        assertThat(PostgresBinaries.resource("Mac OS X", "aarch64")).isEqualTo("postgres-darwin-arm_64.txz");
        assertThat(PostgresBinaries.resource("Windows 11", "amd64")).isNull();
        assertThat(PostgresBinaries.resource("Linux", "riscv64")).isNull();
    }

    private EmbeddedPostgres start() {
        return keep(EmbeddedPostgres.start(data, EmbeddedPostgres.Options.forTests()));
    }

    private EmbeddedPostgres keep(EmbeddedPostgres postgres) {
        started.add(postgres);
        return postgres;
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("callboard"), postgres.user(), postgres.password());
    }

    private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            StringBuilder values = new StringBuilder();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                values.append(i == 1 ? "" : " ").append(row.getString(i));
            }
            return values.toString();
        }
    }
}

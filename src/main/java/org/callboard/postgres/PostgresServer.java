package org.callboard.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One cluster and the process that serves it. The caller holds the {@link DataLock} on its home. */
final class PostgresServer {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    /** Recovery after a crash may take minutes and says so; silence is not to take this long. */
    private static final Duration RECOVERY_PATIENCE = Duration.ofMinutes(30);

    private static final Duration SILENCE_PATIENCE = Duration.ofSeconds(30);
    private static final Duration REPORT_EVERY = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 3;

    private static final String STARTING_UP = "57P03";
    private static final String WRONG_PASSWORD = "28P01";

    private final Path home;
    private final Path cluster;
    private final EmbeddedPostgres.Options options;
    private final PostgresBinaries binaries;
    private final ServerAccount account;
    private final String password;
    private int port;
    private @Nullable Postmaster postmaster;

    private PostgresServer(
            Path home,
            EmbeddedPostgres.Options options,
            PostgresBinaries binaries,
            ServerAccount account,
            String password) {
        this.home = home;
        this.cluster = home.resolve("cluster");
        this.options = options;
        this.binaries = binaries;
        this.account = account;
        this.password = password;
    }

    /** Makes {@code <data>/postgres}; its real path, because the server's processes are recognized by it. */
    static Path prepareHome(Path dataDir) throws IOException {
        Path home = dataDir.toAbsolutePath().normalize().resolve("postgres");
        boolean fresh = Files.notExists(Directories.parent(home));
        Files.createDirectories(home);
        if (fresh) {
            Files.setPosixFilePermissions(Directories.parent(home), PosixFilePermissions.fromString("rwxr-x--x"));
        }
        return home.toRealPath();
    }

    static PostgresServer start(Path home, EmbeddedPostgres.Options options) throws IOException {
        Path cluster = home.resolve("cluster");
        PostgresBinaries binaries = PostgresBinaries.install(home);
        ServerAccount account = ServerAccount.choose(home, cluster);
        PostgresServer server = new PostgresServer(
                home, options, binaries, account, PostgresSettings.secret(home.resolve("superuser-password")));
        PostgresCluster.prepare(cluster, binaries, account, server.password, options.durable());
        account.own(home.resolve("log"));
        account.own(home.resolve("run"));
        if (!server.adopt()) {
            server.launch(true);
            binaries.removeOthers();
        }
        return server;
    }

    String jdbcUrl(String database) {
        return jdbcUrl(port, database);
    }

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable";
    }

    int port() {
        return port;
    }

    long pid() {
        return postmaster().process().pid();
    }

    Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    void ensureRunning() throws IOException {
        if (!postmaster().isAlive()) {
            LOG.warn("The embedded PostgreSQL died; starting it again");
            launch(false);
        }
    }

    void stop(Duration patience) throws IOException {
        postmaster().stop(patience);
    }

    private Postmaster postmaster() {
        if (postmaster == null) {
            throw new IllegalStateException("not started");
        }
        return postmaster;
    }

    /** Takes over a server that outlived its Callboard, if it is what we would start now; else stops it. */
    private boolean adopt() throws IOException {
        Optional<Postmaster> found = Postmaster.find(cluster, account);
        if (found.isEmpty()) {
            return false;
        }
        Postmaster running = found.get();
        port = running.port();
        Path settings = home.resolve("postgresql.conf");
        boolean same = Files.exists(settings)
                && Files.readString(settings).equals(PostgresSettings.render(home, port, options))
                && Files.readString(cluster.resolve("postmaster.opts")).startsWith(binaries.program("postgres") + " ");
        if (same && awaitReady(running::isAlive)) {
            LOG.info("Found the embedded PostgreSQL still running on port {}", port);
            postmaster = running;
            return true;
        }
        running.stop(SILENCE_PATIENCE);
        return false;
    }

    private void launch(boolean mayMove) throws IOException {
        Path output = home.resolve("start.log");
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Postmaster.clearRemains(cluster, account);
            if (mayMove) {
                port = PostgresSettings.choosePort(home);
            }
            Path settings = home.resolve("postgresql.conf");
            PostgresSettings.write(settings, PostgresSettings.render(home, port, options), "rw-r--r--");
            Process process = Command.builder(inOwnSession(account.command(List.of(
                            binaries.program("postgres").toString(),
                            "-D",
                            cluster.toString(),
                            "-c",
                            "config_file=" + settings))))
                    .redirectOutput(output.toFile())
                    .start();
            if (awaitReady(process::isAlive)) {
                postmaster = Postmaster.find(cluster, account)
                        .orElseThrow(() -> new IOException("no postmaster.pid in " + cluster));
                return;
            }
            process.destroy();
        }
        throw new EmbeddedPostgresException(
                "The embedded PostgreSQL does not start: " + PostgresLog.lastFailure(output, home.resolve("log")));
    }

    /** Ctrl-C goes to every process of the terminal's group; the server is to outlast the application's own stop. */
    private static List<String> inOwnSession(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (Command.succeeds(List.of("setsid", "sh", "-c", ":"))) {
            whole.add("setsid");
        } else if (Command.succeeds(List.of("perl", "-MPOSIX=setsid", "-e", "1"))) { // macOS has no setsid
            whole.addAll(List.of("perl", "-MPOSIX=setsid", "-e", "setsid(); exec @ARGV or die $!", "--"));
        }
        whole.addAll(command);
        return whole;
    }

    /** True once it answers, false when it has died or stays silent. */
    private boolean awaitReady(BooleanSupplier alive) {
        long start = System.nanoTime();
        Duration patience = SILENCE_PATIENCE;
        long reports = 0;
        while (true) {
            try {
                connect("postgres").close();
                return true;
            } catch (SQLException e) {
                if (WRONG_PASSWORD.equals(e.getSQLState())) {
                    throw new EmbeddedPostgresException(
                            home.resolve("superuser-password") + " does not hold the password of the database in "
                                    + cluster + ": put back the file that belongs to it.",
                            e);
                }
                if (STARTING_UP.equals(e.getSQLState())) {
                    patience = RECOVERY_PATIENCE;
                }
            }
            long waited = System.nanoTime() - start;
            if (waited / REPORT_EVERY.toNanos() > reports) {
                reports++;
                LOG.info("Waiting for the embedded PostgreSQL (after a crash it has to recover first)");
            }
            if (!alive.getAsBoolean() || waited > patience.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /**
     * PostgreSQL makes this file once, and a copy is another file. Its inode's number may be given out again where the
     * old file was removed first; the time at which it was made tells those two apart, where the file system keeps it.
     */
    String controlFile() {
        Path file = cluster.resolve("global").resolve("pg_control");
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            FileTime made = attributes.creationTime();
            String inode = Files.getAttribute(file, "unix:ino").toString();
            return made.equals(attributes.lastModifiedTime()) ? inode : inode + "-" + made.to(TimeUnit.MICROSECONDS);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("The embedded PostgreSQL lacks " + file + ": " + e, e);
        }
    }
}

package org.callboard.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** The small files beside the cluster: the server's configuration, its port, its passwords. */
final class PostgresSettings {

    /** Longest path that every system takes for a Unix socket. */
    private static final int SOCKET_PATH = 103;

    private PostgresSettings() {}

    /**
     * The configuration file. An operator's own settings go into {@code tuning.conf} beside it or through {@code ALTER
     * SYSTEM}; only what Callboard relies on comes after them.
     */
    static String render(Path home, int port, EmbeddedPostgres.Options options) {
        return """
                # Written by Callboard at every start. Your own settings belong into tuning.conf beside this file.
                shared_buffers = %s
                effective_cache_size = 1GB
                max_connections = 100
                wal_compression = on
                random_page_cost = 1.1
                jit = off
                log_destination = stderr
                logging_collector = on
                log_directory = %s
                log_filename = 'postgresql-%%a.log'
                log_rotation_age = 1d
                log_rotation_size = 0
                log_truncate_on_rotation = on
                log_line_prefix = '%%m [%%p] %%q%%u@%%d '
                log_timezone = 'UTC'
                %sinclude_if_exists = 'tuning.conf'
                timezone = 'UTC'
                datestyle = 'iso, mdy'
                lc_messages = 'C'
                default_text_search_config = 'pg_catalog.simple'
                password_encryption = scram-sha-256
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = %s
                """.formatted(
                        options.sharedBuffers(),
                        quoted(home.resolve("log").toString()),
                        options.durable() ? "" : "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n",
                        port,
                        quoted(socketDirectory(home)));
    }

    /** The port of the last start if it is free, else a free one below the range for outgoing connections. */
    static int choosePort(Path home) throws IOException {
        Path file = home.resolve("port");
        if (Files.exists(file)) {
            int last = Integer.parseInt(Files.readString(file).strip());
            if (isFree(last)) {
                return last;
            }
        }
        for (int i = 0; i < 200; i++) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
            if (isFree(port)) {
                write(file, port + "\n", "rw-r--r--");
                return port;
            }
        }
        throw new EmbeddedPostgresException("No free port on 127.0.0.1 for the embedded PostgreSQL.");
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The secret in {@code file}, made and stored durably at the first call. Hexadecimal, so safe to quote in SQL. */
    static String secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            write(file, HexFormat.of().formatHex(bytes) + "\n", "rw-------");
        }
        return Files.readString(file).strip();
    }

    /** Replaces {@code file} as a whole: a kill leaves the old text or the new, never half of it. */
    static void write(Path file, String text, String permissions) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(next, text.getBytes(UTF_8));
        Files.setPosixFilePermissions(next, PosixFilePermissions.fromString(permissions));
        Directories.sync(next);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Directories.sync(Directories.parent(file));
    }

    private static String socketDirectory(Path home) {
        String dir = home.resolve("run").toString();
        boolean fits = (dir + "/.s.PGSQL.65535").getBytes(UTF_8).length <= SOCKET_PATH;
        return fits && dir.chars().noneMatch(c -> c == ',' || c == '"') ? dir : "";
    }

    private static String quoted(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}

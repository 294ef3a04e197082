package org.callboard.database;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * A database as one file, from any version of PostgreSQL to any other: {@code ./callboard dump} and {@code ./callboard
 * load}. The embedded PostgreSQL brings no pg_dump, and a new major version of it can't read the files of the one before.
 *
 * <p>The file is a ZIP: {@link DumpManifest} first, then the rows of each table in the text form of COPY. It holds all
 * that the database holds, people's data and hashed secrets, and only its owner may read it. Uploaded pictures are not in
 * it. Failures are a {@link StartFailure} with one line for the operator.
 */
public final class DatabaseDump {

    private static final String TABLES = "tables/";
    private static final int MAX_MANIFEST = 1024 * 1024;

    /** Nobody else may change anything meanwhile, and nobody waits for somebody who does. */
    private static final String ALONE = "set local lock_timeout = '5s'";

    private DatabaseDump() {}

    /** Writes the database to a new file. Callboard must not be running on it. Gives the number of rows. */
    public static long write(DatabaseSettings settings, Path file) {
        if (Files.exists(file)) {
            throw new StartFailure(file + " is there already; name a file that is not.");
        }
        try {
            Path part = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    ".callboard-",
                    ".part",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                long rows;
                try (OutputStream out = Files.newOutputStream(part)) {
                    rows = Database.asOwner(settings, connection -> write(connection, out));
                }
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                return rows;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (NoSuchFileException e) {
            throw new StartFailure("there is no directory for " + file + ".", e);
        } catch (IOException e) {
            throw new StartFailure(file + " can't be written: " + e.getMessage(), e);
        }
    }

    private static long write(Connection connection, OutputStream out) throws SQLException, IOException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        long rows = 0;
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            execute(connection, ALONE);
            unforce(connection);
            if (!hasCompany(connection)) {
                throw new StartFailure("there is no company in this database, so there is nothing to dump.");
            }
            DumpManifest manifest = DumpManifest.of(connection);
            zip.putNextEntry(new ZipEntry(DumpManifest.NAME));
            zip.write(manifest.json());
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : manifest.columns().keySet()) {
                zip.putNextEntry(new ZipEntry(TABLES + table));
                rows += copy.copyOut("copy " + manifest.copied(table) + " to stdout", staysOpen(zip));
            }
        } finally {
            connection.rollback(); // so row-level security is forced again
        }
        return rows;
    }

    /**
     * Reads a file into a database without a company, all or nothing; the tables are those of the Callboard that wrote
     * it, and the next start brings them up to date. Gives the number of rows.
     */
    public static long load(DatabaseSettings settings, Path file) {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            ZipEntry first = zip.getNextEntry();
            if (first == null || !first.getName().equals(DumpManifest.NAME)) {
                throw new StartFailure(file + " is no dump of Callboard.");
            }
            DumpManifest manifest = DumpManifest.read(zip.readNBytes(MAX_MANIFEST));
            if (manifest.format() < DumpManifest.FORMAT) {
                throw new StartFailure(
                        file + " is of a Callboard from before its first release; this one can't load it.");
            }
            if (manifest.format() > DumpManifest.FORMAT) {
                throw new StartFailure(file + " was written by a newer Callboard; load it with that one.");
            }
            return Database.asOwner(settings, manifest.migration(), connection -> load(connection, manifest, zip));
        } catch (NoSuchFileException e) {
            throw new StartFailure("there is no file " + file + ".", e);
        } catch (ZipException e) {
            throw new StartFailure(file + " is damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new StartFailure(file + " can't be read: " + e.getMessage(), e);
        }
    }

    private static long load(Connection connection, DumpManifest manifest, ZipInputStream zip)
            throws SQLException, IOException {
        connection.setAutoCommit(false);
        execute(connection, ALONE);
        List<String> forced = unforce(connection);
        if (hasCompany(connection)) {
            throw new StartFailure("this database holds a company already; load into an empty one"
                    + " (another CALLBOARD_DATA, or another database).");
        }
        if (!DumpManifest.of(connection).columns().equals(manifest.columns())) {
            throw new StartFailure(
                    "the dump is of other tables than this Callboard makes; load it with the version that"
                            + " wrote it, or one after it.");
        }
        List<String> put = dropForeignKeys(connection);
        put.addAll(dropGinIndexes(connection));
        for (String table : manifest.columns().keySet()) {
            execute(connection, "truncate \"" + table + '"');
        }
        long rows = 0;
        List<String> missing = new ArrayList<>(manifest.columns().keySet());
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String table = entry.getName().substring(TABLES.length());
            if (!missing.remove(table)) {
                throw new ZipException("it has a part " + entry.getName() + " that it should not have");
            }
            rows += copy.copyIn("copy " + manifest.copied(table) + " from stdin", (InputStream) zip);
        }
        if (!missing.isEmpty()) {
            throw new ZipException("it lacks " + String.join(", ", missing));
        }
        for (String dropped : put) {
            execute(connection, dropped);
        }
        for (var sequence : manifest.sequences().entrySet()) {
            if (sequence.getValue() != null) {
                execute(connection, "select setval('\"" + sequence.getKey() + "\"', " + sequence.getValue() + ")");
            }
        }
        for (String table : forced) {
            execute(connection, "alter table \"" + table + "\" force row level security");
        }
        connection.commit();
        connection.setAutoCommit(true);
        execute(connection, "analyze");
        return rows;
    }

    private static boolean hasCompany(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select to_regclass('public.tenant') is not null")) {
                row.next();
                if (!row.getBoolean(1)) {
                    return false;
                }
            }
            try (ResultSet row = statement.executeQuery("select exists (select from tenant)")) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** COPY refuses tables under row-level security, which here holds for their owner too. Gives those it held for. */
    private static List<String> unforce(Connection connection) throws SQLException {
        List<String> forced = list(
                connection,
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity");
        for (String table : forced) {
            execute(connection, "alter table \"" + table + "\" no force row level security");
        }
        return forced;
    }

    /** Takes the foreign keys down, so that tables come in any order; gives the statements that put them up again. */
    private static List<String> dropForeignKeys(Connection connection) throws SQLException {
        String keys = " from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by oid";
        List<String> put = list(
                connection,
                "select format('alter table %s add constraint %I %s', conrelid::regclass, conname,"
                        + " pg_get_constraintdef(oid))" + keys);
        for (String drop : list(
                connection, "select format('alter table %s drop constraint %I', conrelid::regclass, conname)" + keys)) {
            execute(connection, drop);
        }
        return put;
    }

    /** Takes down the indexes that take a million rows one by one many times longer than all of them at once. */
    private static List<String> dropGinIndexes(Connection connection) throws SQLException {
        String indexes = " from pg_class where relkind = 'i' and relnamespace = 'public'::regnamespace"
                + " and relam = (select oid from pg_am where amname = 'gin') order by oid";
        List<String> put = list(connection, "select pg_get_indexdef(oid)" + indexes);
        for (String drop : list(connection, "select format('drop index %s', oid::regclass)" + indexes)) {
            execute(connection, drop);
        }
        return put;
    }

    private static List<String> list(Connection connection, String query) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                all.add(row.getString(1));
            }
        }
        return all;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The driver closes what it has copied to; the next table goes into the same stream. */
    private static OutputStream staysOpen(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }
}

package org.callboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a Callboard from before the first release has left behind is refused by name, and left as it is. */
class FormerDatabaseTest {

    @TempDir
    private Path directory;

    @Test
    void noWayIntoADatabaseTakesIt() throws Exception {
        DatabaseSettings former = settings("former");
        asOwner(former, """
                create table flyway_schema_history (version text, script text, success boolean);
                insert into flyway_schema_history values ('1', 'V1__platform.sql', true), ('52', 'V52__x.sql', true);
                """);
        Path dump = dump(DumpManifest.FORMAT);
        for (ThrowingCallable way : List.<ThrowingCallable>of(
                () -> Database.open(former).close(),
                () -> DatabaseDump.write(former, directory.resolve("new.dump")),
                () -> DatabaseDump.load(former, dump),
                () -> Database.tellRestored(former))) {
            assertThatThrownBy(way)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageStartingWith("this database is of a Callboard from before its first release");
        }
        assertThat(tables(former)).isOne();
        assertThat(directory.resolve("new.dump")).doesNotExist();
    }

    @Test
    void noFileOfOneIsLoaded() throws Exception {
        DatabaseSettings empty = settings("former_file");
        Path dump = dump(DumpManifest.FORMAT - 1);
        assertThatThrownBy(() -> DatabaseDump.load(empty, dump))
                .isInstanceOf(StartFailure.class)
                .hasMessage(dump + " is of a Callboard from before its first release; this one can't load it.");
        assertThat(tables(empty)).isZero();
    }

    private DatabaseSettings settings(String database) {
        return new DatabaseSettings(directory.resolve(database), Server.emptyDatabase(database));
    }

    private Path dump(int format) throws Exception {
        Path file = directory.resolve(format + ".dump");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(DumpManifest.NAME));
            zip.write(new DumpManifest(format, "52", Map.of(), Map.of()).json());
        }
        return file;
    }

    private static Connection owner(DatabaseSettings settings) throws SQLException {
        DatabaseSettings.Outside owner = settings.database();
        return DriverManager.getConnection(owner.url(), owner.user(), owner.password());
    }

    private static void asOwner(DatabaseSettings settings, String sql) throws SQLException {
        try (Connection connection = owner(settings)) {
            connection.createStatement().execute(sql);
        }
    }

    private static int tables(DatabaseSettings settings) throws SQLException {
        try (Connection connection = owner(settings);
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select count(*) from pg_class where relnamespace = 'public'::regnamespace")) {
            row.next();
            return row.getInt(1);
        }
    }
}

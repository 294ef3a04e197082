package org.callboard.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.callboard.Application;
import org.callboard.telephone.TelephoneSystems;
import org.callboard.telephone.TwilioDraft;
import org.callboard.testing.Server;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A company is carried from one database to another in a file, with nothing lost and nothing loosened. */
class DatabaseDumpTest {

    private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    private static final List<String> SECRETS =
            List.of("first-auth-token-of-it", "shared-key-of-this-account", "second-auth-token-of-it");

    @TempDir
    private static Path directory;

    private static DatabaseSettings from;
    private static Path file;

    @BeforeAll
    static void dumpTheDemonstration() throws IOException {
        from = settings("dump_from");
        try (ConfigurableApplicationContext demo =
                Application.application(from, Database.open(from)).run("--demo")) {
            addTwilio(demo.getBean(TelephoneSystems.class));
        }
        Database.asOwner(from, DatabaseDumpTest::merge);
        file = directory.resolve("callboard.dump");
        assertThat(DatabaseDump.write(from, file)).isGreaterThan(1_000);
    }

    /** An account whose token was replaced. */
    private static void addTwilio(TelephoneSystems systems) {
        Caller.system(1000).run(() -> {
            long id = systems.save(
                            1000, null, new TwilioDraft("Dumped", ACCOUNT, SECRETS.get(0), SECRETS.get(1), false))
                    .id();
            systems.save(1000, id, new TwilioDraft("Dumped", ACCOUNT, SECRETS.get(2), null, false));
        });
    }

    /** A record that was merged, which a key lets nothing name. */
    private static int merge(Connection connection) throws SQLException {
        connection.createStatement().execute("""
                set callboard.tenant = '1000';
                insert into customer
                    (tenant_id, active, merged_to_id, name, street, city, state, zip, country, created_on, modified_on)
                select tenant_id, false, id, name, street, city, state, zip, country, created_on, modified_on
                from customer order by id limit 1;
                """);
        return 0;
    }

    private static DatabaseSettings settings(String database) {
        return new DatabaseSettings(directory.resolve(database), Server.emptyDatabase(database));
    }

    @Test
    void everyRowIsThereAndADumpOfTheCopyIsTheSame() throws Exception {
        DatabaseSettings to = settings("dump_to");
        DatabaseDump.load(to, file);

        Path again = directory.resolve("again.dump");
        DatabaseDump.write(to, again);
        assertThat(parts(again))
                .isEqualTo(parts(file))
                .containsKeys("tables/booking", "tables/change", "manifest.json");
        assertThat(rules(to)).isEqualTo(rules(from)).contains("row security", "USING gin");
        Application.application(to, Database.open(to)).run("--demo").close(); // it starts, and finds its company
    }

    /** Neither as text nor in the figures in which the file has bytes. */
    @Test
    void noSecretOfATelephoneSystemStandsInTheFile() throws IOException {
        String systems = parts(file).get("tables/telephone_system");
        assertThat(systems).contains("Dumped", ACCOUNT);
        for (String secret : SECRETS) {
            byte[] bytes = secret.getBytes(UTF_8);
            List<String> ways = List.of(
                    secret, HexFormat.of().formatHex(bytes), Base64.getEncoder().encodeToString(bytes));
            parts(file).forEach((name, part) -> assertThat(part).as(name).doesNotContain(ways));
        }
    }

    @Test
    void onlyItsOwnerMayReadTheFile() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aDatabaseWithACompanyIsLeftAlone() {
        assertThatThrownBy(() -> DatabaseDump.load(from, file))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("holds a company already");
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() {
        assertThatThrownBy(() -> DatabaseDump.write(from, file)).hasMessageContaining("is there already");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> DatabaseDump.load(from, directory.resolve("nothing")))
                .hasMessageContaining("there is no file");
        assertThatThrownBy(() -> DatabaseDump.write(from, directory.resolve("no/directory")))
                .hasMessageContaining("there is no directory");
        assertThatThrownBy(() -> DatabaseDump.write(settings("dump_none"), directory.resolve("none.dump")))
                .hasMessageContaining("nothing to dump");
        assertThat(directory.resolve("none.dump")).doesNotExist();
    }

    @Test
    void halfAFileLeavesNothingBehind() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        Path half = Files.write(directory.resolve("half.dump"), Arrays.copyOf(whole, whole.length / 2));
        DatabaseSettings to = settings("dump_half");
        assertThatThrownBy(() -> DatabaseDump.load(to, half)).isInstanceOf(StartFailure.class);

        DatabaseDump.load(to, file); // so it is still empty, and whole
    }

    private static Map<String, String> parts(Path dump) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(dump.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                parts.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes()));
            }
        }
        return parts;
    }

    /** What holds the rows together and the companies apart. */
    private static String rules(DatabaseSettings settings) throws SQLException {
        DatabaseSettings.Outside owner = settings.database();
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                ResultSet row = connection.createStatement().executeQuery("""
                        select string_agg(rule, E'\\n' order by rule) from (
                            select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                                || convalidated as rule
                            from pg_constraint where connamespace = 'public'::regnamespace
                            union all
                            select indexdef from pg_indexes where schemaname = 'public'
                            union all
                            select relname || ' row security ' || relrowsecurity || relforcerowsecurity from pg_class
                            where relnamespace = 'public'::regnamespace and relkind = 'r') as all_rules
                        """)) {
            row.next();
            return row.getString(1);
        }
    }
}

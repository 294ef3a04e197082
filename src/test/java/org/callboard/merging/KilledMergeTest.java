package org.callboard.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.callboard.Application;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.customers.CustomerType;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.database.Caller;
import org.callboard.database.Database;
import org.callboard.database.DatabaseSettings;
import org.callboard.details.EditDetails;
import org.callboard.details.RecordKind;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Kills a Callboard that does nothing but merge two customers and undo it: what it leaves is all of it or nothing. */
class KilledMergeTest {

    /** How often it is killed; more than a few say something before a release: {@code -Dkilled.rounds=20}. */
    private static final int ROUNDS = Integer.getInteger("killed.rounds", 3);

    private static final int NOTES = 200;
    private static final String READY = "merging ";

    private final DatabaseSettings.Outside database = Server.emptyDatabase("killed_merge");
    private final Random random = new Random(7);

    @TempDir
    Path data;

    @Test
    void aMergeIsThereWhollyOrNotAtAll() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledMergeTest.class.getName(),
                            database.url(),
                            database.user(),
                            database.password(),
                            data.toString())
                    .redirectErrorStream(true)
                    .start();
            String[] ids;
            try (BufferedReader lines = process.inputReader()) {
                ids = ready(lines);
                Thread.sleep(400 + random.nextInt(400));
                process.destroyForcibly().waitFor();
            }
            whollyOrNotAtAll(ids[0], ids[1], ids[2]);
        }
    }

    private static String[] ready(BufferedReader lines) throws IOException {
        StringBuilder before = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                return line.substring(READY.length()).split(" ");
            }
            before.append(line).append('\n');
        }
        throw new AssertionError("it ended: " + before);
    }

    private void whollyOrNotAtAll(String tenant, String kept, String removed) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("set callboard.tenant = '" + tenant + "'");
            boolean merged = count(statement, "customer where id = " + removed + " and merged_to_id is not null") == 1;
            long atKept = count(statement, "note where customer_id = " + kept);
            assertThat(atKept).isEqualTo(merged ? NOTES : 0);
            assertThat(count(statement, "note where customer_id = " + removed)).isEqualTo(merged ? 0 : NOTES);
            assertThat(count(statement, "location where customer_id = " + kept)).isEqualTo(merged ? 2 : 1);
            assertThat(count(statement, "merge where state = 'Done'")).isEqualTo(merged ? 1 : 0);
            for (String what : List.of("merged", "unmerged")) {
                long told = count(statement, "change where record_kind = 'customer-merge' and action = '" + what + "'");
                assertThat(told)
                        .as(what)
                        .isPositive()
                        .isEqualTo(count(statement, what.equals("merged") ? "merge" : "merge where state = 'Undone'"));
            }
            assertThat(count(statement, "merge_item where kind = 'Note'")).isEqualTo(NOTES * count(statement, "merge"));
        }
    }

    private static long count(Statement statement, String from) throws SQLException {
        ResultSet row = statement.executeQuery("select count(*) from " + from);
        row.next();
        return row.getLong(1);
    }

    /** The process that is killed: url, user and password of the database, and a folder. */
    public static void main(String[] args) {
        DatabaseSettings settings =
                new DatabaseSettings(Path.of(args[3]), new DatabaseSettings.Outside(args[0], args[1], args[2]));
        ConfigurableApplicationContext context = Application.application(
                        settings, Database.open(args[0], args[1], args[2]), Map.of("server.port", 0))
                .run();
        Tenants tenants = context.getBean(Tenants.class);
        long tenant = tenants.nextId();
        Caller.system(tenant).run(() -> {
            tenants.create("Company " + tenant, ZoneId.of("America/New_York"), "US");
            long kept = customer(context, tenant, "Jordan Reyes");
            long removed = customer(context, tenant, "J. Reyes");
            new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
                for (int i = 0; i < NOTES; i++) {
                    context.getBean(EditDetails.class)
                            .addNote(RecordKind.Customer, tenant, removed, "Note " + i, false, false);
                }
            });
            int done = 0;
            while (true) {
                String plan = context.getBean(PreviewMerge.class)
                        .of(RecordKind.Customer, tenant, kept, removed, Choices.NONE)
                        .planTag();
                Merge merge = context.getBean(MergeRecords.class)
                        .merge(RecordKind.Customer, tenant, kept, removed, Choices.NONE, plan);
                UndoMerge undo = context.getBean(UndoMerge.class);
                undo.undo(
                        tenant,
                        merge.id(),
                        UndoChoices.NONE,
                        undo.preview(tenant, merge.id(), UndoChoices.NONE).planTag());
                if (done++ == 0) {
                    System.out.println(READY + tenant + " " + kept + " " + removed);
                }
            }
        });
    }

    private static long customer(ConfigurableApplicationContext context, long tenant, String name) {
        Address address = new Address("12 Oak St", null, "Dayton", "OH", "45402", "USA");
        long customer =
                context.getBean(Customers.class).create(tenant, name, CustomerType.Residential, address, List.of());
        context.getBean(Locations.class).create(tenant, customer, name, address, List.of());
        return customer;
    }
}

package org.callboard.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.callboard.changes.ChangeFeed.Position;
import org.callboard.database.AppConnections;
import org.callboard.database.Caller;
import org.callboard.database.Database;
import org.callboard.database.DatabaseDump;
import org.callboard.database.DatabaseSettings;
import org.callboard.http.EntityTag;
import org.callboard.http.Precondition;
import org.callboard.refusals.Refusal;
import org.callboard.testing.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * A database that was put back to an earlier state begins a new epoch of its change log: places of the state that is lost
 * are known as such, those before it go on, and nothing that was given out before comes again.
 */
class ChangeEpochTest {

    private static final long TENANT = 1001;

    @TempDir
    private static Path directory;

    private static Node node;

    /** Callboard's connections to one database, and what it reads there. */
    private static final class Node implements AutoCloseable {
        final DatabaseSettings.Outside owner;
        final DatabaseSettings settings;
        private Database database;
        private JdbcClient jdbc;
        private ChangeFeed feed;

        Node(String name, Path directory) {
            owner = Server.emptyDatabase(name);
            settings = new DatabaseSettings(directory.resolve(name), owner);
        }

        Node start() {
            database = Database.open(settings);
            jdbc = JdbcClient.create(database.dataSource());
            feed = new ChangeFeed(jdbc);
            return this;
        }

        /** A process of PostgreSQL that started later looks just so. */
        Node startAfresh() throws SQLException {
            close();
            asOwner("update change_epoch set started_on = started_on - interval '1 minute'");
            return start();
        }

        void asOwner(String sql) throws SQLException {
            try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        /** Tells the change's place once it is handed out. */
        Position change(long record) {
            return Caller.system(TENANT).call(() -> {
                jdbc.sql("""
                        insert into change (tenant_id, record_kind, record_id, action, actor_kind, actor_name, happened_on)
                        values (:tenant, 'customer', :id, 'updated', 'system', 'System', now())
                        """).param("tenant", TENANT).param("id", record).update();
                return end();
            });
        }

        Position end() {
            return Caller.system(TENANT)
                    .call(() -> feed.next(TENANT, EntityKind.CUSTOMER, Position.START, false, 1000)
                            .next());
        }

        List<Long> after(Position position) {
            return Caller.system(TENANT)
                    .call(() -> feed.next(TENANT, EntityKind.CUSTOMER, position, false, 1000)
                            .ids());
        }

        boolean knows(Position position) {
            return Caller.system(TENANT).call(() -> feed.knows(TENANT, position));
        }

        int epochs() {
            return jdbc.sql("select count(*) from change_epoch")
                    .query(Integer.class)
                    .single();
        }

        @Override
        public void close() {
            database.close();
        }
    }

    @BeforeAll
    static void aCompany() {
        node = new Node("epochs", directory).start();
        Caller.system(TENANT).run(() -> node.jdbc.sql("""
                        insert into tenant (tenant_id, name, created_on, modified_on) values (:id, 'Acme', now(), now())
                        """).param("id", TENANT).update());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void aPlainRestartCostsReadersNothing() throws Exception {
        Position before = node.change(1);
        String restored = node.database.restored();
        int epochs = node.epochs();
        node.startAfresh();
        assertThat(node.epochs()).isEqualTo(epochs + 1);
        assertThat(node.knows(before)).isTrue();
        assertThat(node.database.restored()).isEqualTo(restored);
        Position after = node.change(2);
        assertThat(after.sequence()).isEqualTo(before.sequence() + 1);
        assertThat(node.after(before)).containsExactly(2L);
        node.close();
        assertThat(node.start().epochs()).as("nor does another node").isEqualTo(epochs + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"system_identifier", "timeline", "database_oid", "log_oid"})
    void anotherServerOrAnotherTableIsARestore(String changed) throws Exception {
        Position before = node.change(1);
        String restored = node.database.restored();
        node.close();
        node.asOwner("update change_epoch set %s = %s::text::bigint + 1".formatted(changed, changed));
        node.start();
        assertThat(node.database.restored()).hasSize(8).isNotEqualTo(restored);
        assertThat(node.knows(before)).as("what it tells of is there").isTrue();
        assertThat(node.change(2).sequence()).isGreaterThan(before.sequence() + 1_000_000);
        assertThat(node.after(before)).containsExactly(2L);
    }

    @Test
    void copiedFilesOfAClusterAreARestore() throws Exception {
        long before = node.change(1).sequence();
        new AppConnections(node.database::connect, () -> "12-1").getConnection().close();
        assertThat(node.change(2).sequence()).as("the first time they are seen").isEqualTo(before + 1);
        new AppConnections(node.database::connect, () -> "12-1").getConnection().close();
        assertThat(node.change(3).sequence()).isEqualTo(before + 2);
        new AppConnections(node.database::connect, () -> "12-1")
                .getConnection()
                .close(); // not the pool's, which has none
        new AppConnections(node.database::connect, () -> "12-2").getConnection().close();
        assertThat(node.change(4).sequence()).isGreaterThan(before + 1_000_000);
    }

    @Test
    void aDumpThatIsReadAgainKnowsWhatIsLost() throws Exception {
        Position kept = node.change(1);
        node.close();
        Path dump = directory.resolve("callboard.dump");
        DatabaseDump.write(node.settings, dump);
        node.start();
        Position lost = node.change(2);
        node.startAfresh();
        Position lostEpoch = node.change(3);

        List<Long> sequences = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        for (int hours = 0; hours < 2; hours++) {
            try (Node back = new Node("epochs_back", directory)) {
                DatabaseDump.load(back.settings, dump);
                back.asOwner("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, last_heartbeat)
                        values ('any', 'any', now(), false, 1, now() - interval '%d hours')""".formatted(hours));
                back.start();
                assertThat(back.knows(kept)).isTrue();
                assertThat(back.knows(lost)).isFalse();
                assertThat(back.knows(lostEpoch)).isFalse();
                assertThat(back.after(kept)).isEmpty();
                Position made = back.change(4);
                assertThat(made.epoch()).isEqualTo(lostEpoch.epoch());
                assertThat(back.after(kept)).containsExactly(4L);
                assertThat(back.knows(made)).isTrue();
                sequences.add(made.sequence());
                marks.add(back.database.restored());
            }
        }
        assertThat(sequences.getFirst()).isGreaterThan(lostEpoch.sequence());
        assertThat(sequences.getLast())
                .as("put back once more an hour later, it leaves room for that hour too")
                .isGreaterThan(sequences.getFirst() + 300_000);
        assertThat(marks).doesNotHaveDuplicates();
    }

    @Test
    void aPlaceIsThatOfOneChangeInOneEpoch() {
        Position place = node.change(1);
        assertThat(node.knows(place)).isTrue();
        assertThat(node.knows(new Position(
                        place.epoch(), UUID.randomUUID(), place.transaction(), place.sequence(), Instant.EPOCH)))
                .isFalse();
        assertThat(node.knows(new Position(
                        place.epoch() + 1, place.mark(), place.transaction(), place.sequence(), Instant.EPOCH)))
                .isFalse();
        assertThat(node.knows(new Position(
                        place.epoch(), place.mark(), place.transaction() + 1, place.sequence(), Instant.EPOCH)))
                .isFalse();
        assertThat(node.knows(new Position(
                        place.epoch(), place.mark(), place.transaction(), place.sequence() + 1, Instant.EPOCH)))
                .isFalse();
        assertThat(node.knows(Position.START))
                .as("who has read nothing has missed nothing")
                .isTrue();
        assertThat(Caller.system(TENANT + 1).call(() -> node.feed.knows(TENANT + 1, place)))
                .isFalse();
    }

    @Test
    void ofManyConnectionsAtOnceOneBeginsTheEpoch() throws Exception {
        long before = node.change(1).sequence();
        int epochs = node.epochs();
        node.close();
        node.asOwner("update change_epoch set timeline = timeline + 1");
        int connections = 24;
        AppConnections app = new AppConnections(
                () -> DriverManager.getConnection(node.owner.url(), node.owner.user(), node.owner.password()),
                () -> null);
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                all.add(threads.submit(() -> {
                    app.getConnection().close();
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        node.start();
        assertThat(node.epochs()).isEqualTo(epochs + 1);
        assertThat(node.change(2).sequence()).isBetween(before + 1_000_000, before + 1_100_000);
    }

    @Test
    void aStandbyIsReadAndNeverWrittenInItsOldEpoch() throws Exception {
        int epochs = node.epochs();
        node.asOwner("alter database epochs set default_transaction_read_only = on");
        node.asOwner("set transaction_read_only = off; update change_epoch set started_on = now()");
        try (Connection standby = new AppConnections(node.database::connect, () -> null).getConnection();
                Statement statement = standby.createStatement()) {
            statement.execute("select count(*) from change_epoch");
            node.asOwner("set transaction_read_only = off; alter database epochs reset default_transaction_read_only");
            assertThatThrownBy(() -> statement.execute("""
                            insert into change (tenant_id, record_kind, record_id, action, actor_kind, actor_name, happened_on)
                            values (1001, 'customer', 1, 'updated', 'system', 'System', now())
                            """)).isInstanceOfSatisfying(SQLException.class, e -> {
                assertThat(e.getSQLState()).isEqualTo("25006");
                assertThat(AppConnections.READ_ONLY_ENDS_IT.adjudicate(e).name())
                        .isEqualTo("MUST_EVICT");
            });
        }
        assertThat(node.epochs()).isEqualTo(epochs);
        node.close();
        assertThat(node.start().epochs()).isEqualTo(epochs + 1);
    }

    @Test
    void whatCannotBeSeenCanBeTold() throws Exception {
        Position before = node.change(1);
        assertThatThrownBy(() -> Database.tellRestored(node.settings)).hasMessageContaining("stop it first");
        node.close();
        Database.tellRestored(node.settings);
        node.start();
        assertThat(node.knows(before)).isTrue();
        assertThat(node.change(2).sequence()).isGreaterThan(before.sequence() + 1_000_000);
        assertThat(node.database.restored()).hasSize(8);
        DatabaseSettings empty = new DatabaseSettings(directory, Server.emptyDatabase("epochs_none"));
        assertThatThrownBy(() -> Database.tellRestored(empty)).hasMessageContaining("no Callboard");
    }

    @Test
    void aVersionThatIsGivenOutAgainHasAnotherTag() throws Exception {
        String before = tag();
        node.close();
        Database.tellRestored(node.settings);
        node.start();
        String after = tag();
        assertThat(after).isNotEqualTo(before);
        assertThatThrownBy(() -> match(before).check(EntityTag.of(7))).isInstanceOf(Refusal.class);
        match(after).check(EntityTag.of(7));
        assertThatThrownBy(() -> match(after).check(EntityTag.of(8))).isInstanceOf(Refusal.class);
    }

    private String tag() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request()));
        try {
            return EntityTag.of(7).on("").getHeaders().getETag();
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private Precondition match(String tag) {
        MockHttpServletRequest request = request();
        request.addHeader("If-Match", tag);
        return Precondition.of(request);
    }

    private MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.getServletContext().setAttribute(EntityTag.DATABASE, node.database);
        return request;
    }

    @Test
    void aFollowerGoesOnWhereTransactionIdsStartAgain() throws Exception {
        ChangeTail tail = new ChangeTail(node.jdbc);
        ChangeTail.Position position = tail.now();
        node.change(1);
        assertThat(look(tail, position).again()).isFalse();
        node.asOwner("update change_epoch set started_on = started_on - interval '1 minute'");
        new AppConnections(node.database::connect, () -> null).getConnection().close();
        Caller.system(TENANT)
                .run(() -> node.jdbc.sql("""
                        insert into change (tenant_id, xid, record_kind, record_id, action, actor_kind, actor_name, happened_on)
                        values (:tenant, '5', 'customer', 2, 'updated', 'system', 'System', now())
                        """).param("tenant", TENANT).update());
        ChangeTail.Look look = look(tail, position);
        assertThat(look.again()).isTrue();
        assertThat(look.records()).contains(new ChangeTail.Changed(EntityKind.CUSTOMER, 2));
        assertThat(look(tail, position)).isEqualTo(new ChangeTail.Look(false, Set.of()));
    }

    private static ChangeTail.Look look(ChangeTail tail, ChangeTail.Position position) {
        return Caller.system(TENANT).call(() -> tail.look(TENANT, List.of(EntityKind.CUSTOMER), position));
    }
}

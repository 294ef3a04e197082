package org.callboard.changes;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.callboard.database.Database;
import org.callboard.testing.Api;
import org.callboard.testing.Eventually;
import org.callboard.testing.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody leaves a transaction open, and the operator learns of it. */
class FeedHorizonTest {

    private final AtomicLong clock = new AtomicLong();
    private final FeedHorizon horizon = new FeedHorizon(Server.bean(Database.class), clock::get);
    private final Logger logger = (Logger) LoggerFactory.getLogger(FeedHorizon.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
    }

    @Test
    void whoHoldsTheFeedsUpIsNamedAfterAWhileAndSparingly() throws SQLException {
        try (Connection mine = Server.bean(Database.class).connect();
                Connection open = Server.bean(Database.class).connect();
                Statement statement = open.createStatement()) {
            open.setAutoCommit(false);
            statement.execute("set application_name = 'night report'");
            String transaction;
            try (ResultSet row = statement.executeQuery("select pg_current_xact_id()::text, 'Jordan Reyes'")) {
                row.next();
                transaction = row.getString(1);
            }
            long pid = open.unwrap(org.postgresql.PGConnection.class).getBackendPID();
            somethingHappens();
            isTheOldest(transaction);
            look(mine, Duration.ZERO);
            look(mine, Duration.ofSeconds(29));
            assertThat(horizon.age()).isEqualTo(Duration.ofSeconds(29));
            assertThat(told("night report")).isEmpty();
            look(mine, Duration.ofSeconds(2));
            assertThat(told("night report"))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("the feeds and webhooks of all companies stand still since 31 s: they wait for")
                            .contains("PostgreSQL process " + pid + " (application 'night report', user ")
                            .contains("database test_run, state idle in transaction, open for ")
                            .contains("select pg_terminate_backend(" + pid + ") ends it")
                            .doesNotContain("Jordan"));
            look(mine, FeedHorizon.AGAIN.minusSeconds(1));
            assertThat(told("night report")).hasSize(1);
            look(mine, Duration.ofSeconds(1));
            assertThat(told("night report")).hasSize(2);

            open.rollback();
            somethingHappens();
            look(mine, Duration.ofSeconds(2));
            assertThat(horizon.age()).isZero();
            assertThat(told("go on after 633 s")).hasSize(1);
        }
    }

    /** A reader holds nothing up, however long it reads. */
    @Test
    void whatHoldsNothingUpCountsForNothing() throws SQLException {
        try (Connection mine = Server.bean(Database.class).connect();
                Connection reader = Server.bean(Database.class).connect();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select count(*) from tenant");
            somethingHappens();
            Eventually.is(Duration.ZERO, () -> {
                try {
                    look(mine, Duration.ofMinutes(5));
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
                return horizon.age();
            });
        }
    }

    @Test
    void theAgeIsAmongTheMetrics() {
        String metrics = Api.send(HttpRequest.newBuilder(URI.create(Server.url() + "/metrics"))
                        .build())
                .text();
        assertThat(metrics).contains("callboard_feed_horizon_age_seconds ");
    }

    private void look(Connection connection, Duration later) throws SQLException {
        clock.addAndGet(later.toNanos());
        horizon.look(connection);
    }

    /** The test run's server works beside this, and has older transactions open for a moment. */
    private static void isTheOldest(String transaction) {
        Eventually.is(
                transaction,
                () -> Server.bean(JdbcClient.class)
                        .sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                        .query(String.class)
                        .single());
    }

    private static void somethingHappens() {
        Server.asOwner("select pg_current_xact_id()");
    }

    private List<String> told(String words) {
        return log.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.contains(words))
                .toList();
    }
}

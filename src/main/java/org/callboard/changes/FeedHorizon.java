package org.callboard.changes;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.callboard.database.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the oldest transaction that may still write: {@link ChangeFeed} hands nothing out from there on, so one that
 * stays open, in whatever database of the cluster and by whatever program, stops the feeds and webhooks of all companies.
 * Tells its age, and in the log who holds it.
 */
public final class FeedHorizon implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    static final Duration LONG = Duration.ofSeconds(30);

    /** How often it is said again while it lasts. */
    static final Duration AGAIN = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(FeedHorizon.class);

    private static final String LOOK = """
            select pg_snapshot_xmin(s)::text as oldest, pg_snapshot_xmin(s) < pg_snapshot_xmax(s) as is_open
            from pg_current_snapshot() s
            """;

    /** Everybody sees the process and its transaction; the rest only who is a member of pg_read_all_stats. */
    private static final String HOLDERS = """
            select format('PostgreSQL process %s (application %s, user %s, database %s%s%s); '
                    || 'select pg_terminate_backend(%s) ends it',
                pid, coalesce(nullif(quote_literal(application_name), ''''''), 'without a name'), usename, datname,
                ', state ' || state, ', open for ' || extract(epoch from clock_timestamp() - xact_start)::bigint || ' s', pid)
            from pg_stat_activity where backend_xid = '%TRANSACTION%'::xid8::xid
            union all
            select format('the prepared transaction %s (user %s, database %s, prepared %s ago); '
                    || 'in that database COMMIT PREPARED or ROLLBACK PREPARED ends it',
                quote_literal(gid), owner, database, date_trunc('second', clock_timestamp() - prepared))
            from pg_prepared_xacts where transaction = '%TRANSACTION%'::xid8::xid
            """;

    private final Database database;
    private final LongSupplier nanos;

    private @Nullable String oldest;
    private long since;
    private @Nullable Long told;
    private volatile Duration age = Duration.ZERO;
    private @Nullable Thread thread;

    /** @param nanos a clock that only goes on */
    public FeedHorizon(Database database, LongSupplier nanos) {
        this.database = database;
        this.nanos = nanos;
    }

    /** How long the oldest open transaction has been seen; zero where none is open. */
    public Duration age() {
        return age;
    }

    /** Looks every other second, over a connection of its own: the pool may be taken, and this must not wait for it. */
    void start() {
        thread = Thread.ofPlatform().daemon().name("feed-horizon").start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                watch();
            }
        });
    }

    private void watch() {
        try (Connection connection = database.connect()) {
            while (true) {
                look(connection);
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            pause(); // others notice, and say, that the database is away
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once, as the owner of the tables, who sees the whole of at least its own sessions, which are ours. */
    void look(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            try (ResultSet row = statement.executeQuery(LOOK)) {
                row.next();
                note(row.getBoolean("is_open") ? row.getString("oldest") : null);
            }
            if (age.compareTo(LONG) >= 0 && (told == null || nanos.getAsLong() - told >= AGAIN.toNanos())) {
                told = nanos.getAsLong();
                log.warn(
                        "the feeds and webhooks of all companies stand still since {} s: they wait for {}",
                        age.toSeconds(),
                        holders(statement));
            }
        }
    }

    private String holders(Statement statement) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(HOLDERS.replace("%TRANSACTION%", String.valueOf(oldest)))) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found.isEmpty()
                ? "transaction " + oldest + ", which PostgreSQL shows to nobody"
                : String.join(", and ", found);
    }

    private void note(@Nullable String now) {
        long time = nanos.getAsLong();
        if (now == null || !now.equals(oldest)) {
            if (told != null) {
                log.info(
                        "feeds and webhooks go on after {} s",
                        Duration.ofNanos(time - since).toSeconds());
            }
            oldest = now;
            since = time;
            told = null;
        }
        age = now == null ? Duration.ZERO : Duration.ofNanos(time - since);
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}

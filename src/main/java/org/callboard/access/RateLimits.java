package org.callboard.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many calls a second a connection may make, on all nodes together. The allowance is one row of the database, which
 * fills at the rate of the limit up to one second's worth; a node takes several calls out of it at once and spends them
 * by itself, so that most calls cost no statement.
 */
@Component
@EnableConfigurationProperties(CallSettings.class)
class RateLimits {

    /** What is spent within one statement of the database: a sixth of a second's worth. */
    private static final int SHARES = 6;

    private static final Duration WORTH = Duration.ofSeconds(1);

    /**
     * What one call was told.
     *
     * @param limit calls a second
     * @param left how many calls are left now
     */
    record Turn(boolean admitted, int limit, int left) {}

    private record Key(long tenant, long connection) {}

    private record Grant(int granted, int left) {}

    private final JdbcClient jdbc;
    private final int limit;
    private final int share;
    private final Cache<Key, Purse> purses =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(5)).build();

    RateLimits(JdbcClient jdbc, CallSettings settings) {
        this.jdbc = jdbc;
        this.limit = settings.callsPerSecond();
        this.share = Math.max(1, limit / SHARES);
    }

    /** Counts a call; null where there is no limit. Needs the connection's caller to be bound. */
    @Nullable
    Turn take(long tenant, long connection) {
        return limit == 0
                ? null
                : purses.get(new Key(tenant, connection), Purse::new).take();
    }

    private Grant ask(Key key) {
        return jdbc.sql("""
                insert into call_allowance as a (tenant_id, connection_id, calls, granted, filled_on)
                values (:tenant, :connection, :limit::float8 - :share, :share, clock_timestamp())
                on conflict (tenant_id, connection_id) do update set
                    granted = least(:share, floor(least(:limit::float8, a.calls
                        + :limit * extract(epoch from excluded.filled_on - a.filled_on))))::integer,
                    calls = least(:limit::float8, a.calls
                            + :limit * extract(epoch from excluded.filled_on - a.filled_on))
                        - least(:share, floor(least(:limit::float8, a.calls
                            + :limit * extract(epoch from excluded.filled_on - a.filled_on)))),
                    filled_on = excluded.filled_on
                returning granted, floor(calls)::integer
                """)
                .param("tenant", key.tenant)
                .param("connection", key.connection)
                .param("limit", limit)
                .param("share", share)
                .query((row, number) -> new Grant(row.getInt(1), row.getInt(2)))
                .single();
    }

    /** What this node took out for one connection and has not spent. */
    private final class Purse {
        private final Key key;
        private final ReentrantLock lock = new ReentrantLock();
        private int calls;
        private int elsewhere;
        private long taken = System.nanoTime();

        Purse(Key key) {
            this.key = key;
        }

        Turn take() {
            lock.lock();
            try {
                if (calls == 0 || System.nanoTime() - taken > WORTH.toNanos()) {
                    Grant grant = ask(key);
                    calls = grant.granted;
                    elsewhere = grant.left;
                    taken = System.nanoTime();
                }
                if (calls == 0) {
                    return new Turn(false, limit, 0);
                }
                calls--;
                return new Turn(true, limit, calls + elsewhere);
            } finally {
                lock.unlock();
            }
        }
    }
}

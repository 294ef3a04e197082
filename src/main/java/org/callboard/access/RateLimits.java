package org.callboard.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many calls a second a connection may make, on all nodes together. The allowance is one row of the database, which
 * fills at the rate of the limit up to one second's worth; a node takes several calls out of it at once and spends them
 * by itself, so that most calls cost no statement.
 */
@Component
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
    record Decision(boolean admitted, int limit, int left) {}

    private record Key(long tenant, long connection) {}

    private final RateLimitStore store;
    private final int limit;
    private final int share;
    private final Cache<Key, TokenBucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(5)).build();

    RateLimits(RateLimitStore store, CallSettings settings) {
        this.store = store;
        this.limit = settings.callsPerSecond();
        this.share = Math.max(1, limit / SHARES);
    }

    /** Counts a call; null where there is no limit. Needs the connection's caller to be bound. */
    @Nullable
    Decision take(long tenant, long connection) {
        return limit == 0
                ? null
                : buckets.get(new Key(tenant, connection), TokenBucket::new).take();
    }

    /** What this node took out for one connection and has not spent. */
    private final class TokenBucket {
        private final Key key;
        private final ReentrantLock lock = new ReentrantLock();
        private int calls;
        private int elsewhere;
        private long taken = System.nanoTime();

        TokenBucket(Key key) {
            this.key = key;
        }

        Decision take() {
            lock.lock();
            try {
                if (calls == 0 || System.nanoTime() - taken > WORTH.toNanos()) {
                    RateLimitStore.Grant grant = store.take(key.tenant, key.connection, limit, share);
                    calls = grant.granted();
                    elsewhere = grant.left();
                    taken = System.nanoTime();
                }
                if (calls == 0) {
                    return new Decision(false, limit, 0);
                }
                calls--;
                return new Decision(true, limit, calls + elsewhere);
            } finally {
                lock.unlock();
            }
        }
    }
}

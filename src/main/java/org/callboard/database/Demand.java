package org.callboard.database;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the work on this thread asks of the database. A request is answered soon in any case: once the database let it down
 * it does not ask again, since the waits would add up. Work that nobody waits for, a task in the background, rather waits
 * until the database is back.
 */
public final class Demand {

    private static final ScopedValue<Demand> CURRENT = ScopedValue.newInstance();

    /** How long a task waits for a connection; longer than an outage that nobody has to look after. */
    private static final Duration LASTING = Duration.ofMinutes(5);

    /** A request that is this old, behind others that were let down, has no time left to try by itself. */
    private static final Duration LATE = Duration.ofMillis(500);

    /** A start, a thread of our own, a task in the background: everything that is no request. */
    private static final Demand TASK = new Demand(DatabaseTimeout.LONG, LASTING);

    private final long began = System.nanoTime();
    private final DatabaseTimeout timeout;
    private final Duration untilConnected;
    private volatile boolean letDown;

    private Demand(DatabaseTimeout timeout, Duration untilConnected) {
        this.timeout = timeout;
        this.untilConnected = untilConnected;
    }

    /** Lets the rest of a request run so; its checked exceptions pass through unchanged. */
    public static <X extends Exception, Y extends Exception> void ofRequest(
            DatabaseTimeout timeout, ThrowingRunnable<X, Y> chain) throws X, Y {
        Demand demand = new Demand(timeout, Duration.ZERO);
        chain.within(work -> ScopedValue.where(CURRENT, demand).call(work::call));
    }

    /** The work with what the current thread asks of the database, on whichever thread. */
    public static <T extends @Nullable Object> Supplier<T> keep(Supplier<T> work) {
        if (!CURRENT.isBound()) {
            return work;
        }
        Demand demand = CURRENT.get();
        return () -> ScopedValue.where(CURRENT, demand).call(work::get);
    }

    private static Demand current() {
        return CURRENT.orElse(TASK);
    }

    static DatabaseTimeout timeout() {
        return current().timeout;
    }

    static Duration untilConnected() {
        return current().untilConnected;
    }

    static boolean isLetDown() {
        return current().letDown;
    }

    static boolean isLate() {
        Demand demand = current();
        return demand != TASK && System.nanoTime() - demand.began > LATE.toNanos();
    }

    static void letDown() {
        Demand demand = current();
        if (demand != TASK) {
            demand.letDown = true;
        }
    }
}

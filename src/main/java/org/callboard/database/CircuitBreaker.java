package org.callboard.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps requests from waiting for a database that does not answer: after three failures in a row it refuses at once, until
 * {@link Database#probe} has found that the database is back.
 */
public final class CircuitBreaker {

    private static final Logger log = LoggerFactory.getLogger(CircuitBreaker.class);
    private static final int FAILURES = 3;

    /** As long as a request waits for a connection: if nothing worked in that time, it was not the crowd that it waited for. */
    private static final Duration LATELY = Duration.ofSeconds(1);

    private final AtomicInteger failures = new AtomicInteger();
    private final LongSupplier nanoTime;
    private final AtomicBoolean open = new AtomicBoolean();
    private volatile long worked;

    CircuitBreaker() {
        this(System::nanoTime);
    }

    CircuitBreaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        worked = nanoTime.getAsLong();
    }

    boolean isOpen() {
        return open.get();
    }

    /** Throws where there is no use in asking. */
    void check() throws SQLException {
        if (open.get() || Demand.isLetDown() || failures.get() > 0 && Demand.isLate()) {
            throw new SQLTransientConnectionException("the database does not answer", "08001");
        }
    }

    /** Whether the database answered somebody in the last second. Who gets no connection then has met a crowd. */
    boolean isAnswering() {
        return !open.get() && nanoTime.getAsLong() - worked < LATELY.toNanos();
    }

    void worked() {
        worked = nanoTime.getAsLong();
        if (failures.get() != 0) {
            failures.set(0);
        }
    }

    /** Counts a failure, where it is one of the connection and not of a statement. */
    void failed(SQLException e) {
        String state = e.getSQLState();
        if (state != null && (state.startsWith("08") || state.startsWith("57P"))) {
            noConnection();
        }
    }

    void noConnection() {
        Demand.letDown();
        if (failures.incrementAndGet() >= FAILURES && open.compareAndSet(false, true)) {
            log.error("the database does not answer; requests are refused until it does, without a line for each");
        }
    }

    void close() {
        worked();
        open.set(false);
        log.info("the database answers again");
    }
}

package org.callboard.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.callboard.database.CircuitBreaker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Says why requests are refused for want of the database, once a minute and not once a request. That an outage begins and
 * ends is said by {@link CircuitBreaker}.
 */
final class OutageLog {

    private static final Logger log = LoggerFactory.getLogger(OutageLog.class);
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private static final AtomicLong next = new AtomicLong(System.nanoTime());
    private static final LongAdder unsaid = new LongAdder();

    private OutageLog() {}

    static void refused(Throwable e) {
        long now = System.nanoTime();
        long due = next.get();
        if (now - due < 0 || !next.compareAndSet(due, now + BETWEEN.toNanos())) {
            unsaid.increment();
            return;
        }
        log.error(
                "a request was refused, since the database could not be asked: {} ({} more since this was said last)",
                NestedExceptionUtils.getMostSpecificCause(e).getMessage(),
                unsaid.sumThenReset());
    }
}

package org.callboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** What tells a database that is away from one that many ask at once: whether it answered anybody lately. */
class CircuitBreakerTest {

    private final AtomicLong now = new AtomicLong();
    private final CircuitBreaker breaker = new CircuitBreaker(now::get);
    private final AtomicInteger tries = new AtomicInteger();
    private final TenantDataSource source = new TenantDataSource(new NoConnection(), breaker);

    @Test
    void inACrowdARequestTriesOnceMoreAndNobodyElseIsRefused() {
        for (int people = 1; people <= 10; people++) {
            breaker.worked();
            request();
            assertThat(tries).hasValue(2 * people);
        }
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void whereNothingWorkedForASecondThreeFailuresAreEnough() {
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        request();
        request();
        assertThat(breaker.isOpen()).isFalse();
        request();
        assertThat(breaker.isOpen()).isTrue();
        request();
        assertThat(tries).as("asked no more").hasValue(3);
        breaker.close();
        request();
        assertThat(tries).hasValue(5);
    }

    /** Requests that fail at one moment open it once, so that the log has one line. */
    @Test
    void requestsThatFailAtOnceOpenItOnce() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(CircuitBreaker.class);
        logger.addAppender(log);
        int threads = 8;
        int outages = 200;
        CyclicBarrier together = new CyclicBarrier(threads, breaker::close);
        try (ExecutorService requests = Executors.newFixedThreadPool(threads)) {
            for (Future<?> request : requests.invokeAll(Collections.nCopies(threads, () -> {
                for (int i = 0; i < outages; i++) {
                    together.await();
                    breaker.noConnection();
                    together.await();
                }
                return null;
            }))) {
                request.get();
            }
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list.stream().filter(event -> event.getLevel() == Level.ERROR))
                .hasSize(outages);
    }

    private void request() {
        assertThatThrownBy(() -> Demand.ofRequest(DatabaseTimeout.QUICK, source::getConnection))
                .isInstanceOf(SQLException.class);
    }

    /** A pool whose connections are all in use, or can't be made. */
    private final class NoConnection extends AbstractDataSource {

        @Override
        public Connection getConnection() throws SQLException {
            tries.incrementAndGet();
            throw new SQLTransientConnectionException("request timed out after 1000ms");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}

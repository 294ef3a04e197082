package org.callboard.database;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second whether the embedded server still runs, and starts it again where it does not; and whether a database
 * that did not answer does so again.
 */
final class DatabaseWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);

    private final Database database;
    private volatile boolean watching = true;
    private @Nullable Thread thread;

    DatabaseWatch(Database database) {
        this.database = database;
    }

    void start() {
        thread = Thread.ofPlatform().daemon().name("database-watch").start(this::watch);
    }

    private void watch() {
        while (watching) {
            try {
                Thread.sleep(Duration.ofSeconds(1));
                database.probe();
                database.ensureRunning();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.error("the embedded PostgreSQL is down and could not be started: {}", e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        watching = false;
        if (thread != null) {
            thread.interrupt();
        }
    }
}

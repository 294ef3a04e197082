package org.callboard.changes;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.callboard.database.Database;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells every node which tenants have something new in the change log, through PostgreSQL's LISTEN and NOTIFY.
 *
 * <p>A signal is a hint, not the news: it is sent after the commit, several together, from a connection of its own, since
 * a NOTIFY inside the business transaction would make all commits wait for one another. A listener reads the change log
 * for the news and also looks there by itself from time to time, so a lost signal costs a moment, never a row.
 */
@Component
public class ChangeSignal implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ChangeSignal.class);
    private static final String CHANNEL = "callboard_change";
    private static final Duration PULSE = Duration.ofSeconds(1);
    private static final Duration GATHER = Duration.ofMillis(10);

    private final Database database;
    private final LinkedBlockingQueue<Long> outbox = new LinkedBlockingQueue<>();
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean running;
    private @Nullable Thread sender;
    private @Nullable Thread receiver;

    ChangeSignal(Database database) {
        this.database = database;
    }

    /** Calls the listener with a tenant's id soon after something changed there, on whatever node. */
    public void listen(LongConsumer listener) {
        listeners.add(listener);
    }

    void changed(long tenant) {
        outbox.add(tenant);
    }

    @Override
    public void start() {
        running = true;
        sender = Thread.ofPlatform().daemon().name("change-signal-out").start(() -> keepUp(this::send));
        receiver = Thread.ofPlatform().daemon().name("change-signal-in").start(() -> keepUp(this::receive));
    }

    @Override
    public void stop() {
        running = false;
        for (Thread thread : new Thread[] {sender, receiver}) {
            if (thread != null) {
                thread.interrupt();
                try {
                    thread.join(Duration.ofSeconds(2));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Database.PHASE + 1;
    }

    private interface Work {
        void over(Connection connection) throws SQLException, InterruptedException;
    }

    /** A connection may break at any time; a new one is made after a moment. */
    private void keepUp(Work work) {
        while (running) {
            try (Connection connection = database.connect()) {
                work.over(connection);
            } catch (InterruptedException e) {
                return;
            } catch (SQLException e) {
                if (running) {
                    log.warn("the connection for change signals broke, trying again: {}", e.getMessage());
                    sleep(Duration.ofSeconds(1));
                }
            }
        }
    }

    private void send(Connection connection) throws SQLException, InterruptedException {
        try (var notify = connection.prepareStatement("select pg_notify('" + CHANNEL + "', ?)")) {
            while (running) {
                Set<Long> tenants = ConcurrentHashMap.newKeySet();
                tenants.add(outbox.take());
                Thread.sleep(GATHER);
                Long next;
                while (tenants.size() < 400 && (next = outbox.poll()) != null) {
                    tenants.add(next);
                }
                notify.setString(1, tenants.stream().map(String::valueOf).collect(Collectors.joining(",")));
                notify.execute();
            }
        }
    }

    private void receive(Connection connection) throws SQLException {
        try (Statement listen = connection.createStatement()) {
            listen.execute("listen " + CHANNEL);
        }
        PGConnection postgres = connection.unwrap(PGConnection.class);
        long heard = System.nanoTime();
        while (running) {
            PGNotification[] notifications = postgres.getNotifications(1000);
            if (System.nanoTime() - heard > PULSE.toNanos()) { // a server that stands still closes no connection
                if (!connection.isValid(2)) {
                    throw new SQLException("the database does not answer");
                }
                heard = System.nanoTime();
            }
            if (notifications != null) {
                for (PGNotification notification : notifications) {
                    for (String tenant : notification.getParameter().split(",", -1)) {
                        tell(Long.parseLong(tenant));
                    }
                }
            }
        }
    }

    private void tell(long tenant) {
        for (LongConsumer listener : listeners) {
            try {
                listener.accept(tenant);
            } catch (RuntimeException e) {
                log.warn("a listener for changes failed", e);
            }
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.callboard.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.callboard.database.DatabaseSettings;

/** A few threads, each with a connection of its own as the owner of the tables, that share out pieces of work. */
final class Workers implements AutoCloseable {

    /** A piece of work; {@code worker} counts the threads from 0. The connection commits by itself nowhere. */
    @FunctionalInterface
    interface Work {
        void run(Connection connection, int worker) throws SQLException, IOException;
    }

    private final List<Connection> connections = new ArrayList<>();
    private final ExecutorService threads;

    Workers(DatabaseSettings.Outside owner, int count) throws SQLException {
        threads = Executors.newFixedThreadPool(count);
        for (int i = 0; i < count; i++) {
            Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
            connections.add(connection);
            try (Statement statement = connection.createStatement()) {
                // what is lost in a crash would be made again anyway
                statement.execute("set synchronous_commit = off");
                statement.execute("set maintenance_work_mem = '256MB'");
            }
            connection.setAutoCommit(false);
        }
    }

    int count() {
        return connections.size();
    }

    Connection first() {
        return connections.getFirst();
    }

    /** Runs all pieces, begun in their order, and returns when all are done. The first failure ends it. */
    void run(List<Work> work) throws SQLException {
        ConcurrentLinkedQueue<Work> queue = new ConcurrentLinkedQueue<>(work);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < connections.size(); i++) {
            int worker = i;
            running.add(threads.submit(() -> {
                try {
                    for (Work piece = queue.poll(); piece != null; piece = queue.poll()) {
                        piece.run(connections.get(worker), worker);
                    }
                    return null;
                } catch (SQLException | IOException | RuntimeException e) {
                    queue.clear();
                    connections.get(worker).rollback();
                    throw e;
                }
            }));
        }
        try {
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        threads.shutdownNow();
        for (Connection connection : connections) {
            connection.close();
        }
    }
}

package org.callboard.bench.rough;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measures every 50 ms for how long one open transaction has held the feeds up. */
final class Horizon implements AutoCloseable {

    private final Connection connection;
    private final Map<String, Long> longest = new LinkedHashMap<>();
    private final Thread thread;
    private volatile String phase = "nothing";
    private volatile boolean running = true;

    Horizon(String url, String user, String password) throws SQLException {
        connection = DriverManager.getConnection(url, user, password);
        thread = Thread.ofPlatform().start(this::watch);
    }

    void begin(String what) {
        phase = what;
    }

    /** The longest hold of each phase, in milliseconds. */
    synchronized Map<String, Long> longest() {
        return new LinkedHashMap<>(longest);
    }

    private void watch() {
        String oldest = "";
        long since = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            while (running) {
                try (ResultSet row = statement.executeQuery("""
                        select case when pg_snapshot_xmin(s) < pg_snapshot_xmax(s) then pg_snapshot_xmin(s)::text else '' end
                        from pg_current_snapshot() s
                        """)) {
                    row.next();
                    String now = row.getString(1);
                    if (now.isEmpty() || !now.equals(oldest)) {
                        oldest = now;
                        since = System.nanoTime();
                    }
                    note((System.nanoTime() - since) / 1_000_000);
                }
                Rough.pause(50);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void note(long millis) {
        longest.merge(phase, millis, Math::max);
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        running = false;
        thread.join();
        connection.close();
    }
}

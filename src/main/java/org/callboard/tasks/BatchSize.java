package org.callboard.tasks;

import java.time.Duration;

/**
 * How many rows one transaction takes: as many as it can do in less than a second, since it holds up the feeds of all
 * companies meanwhile. A busy machine gets smaller ones.
 */
public final class BatchSize {

    private static final int FEWEST = 50;
    private static final int MAX = 5000;
    private static final Duration QUICK = Duration.ofMillis(400);
    private static final Duration SLOW = Duration.ofMillis(800);

    private int rows = 500;

    public int rows() {
        return rows;
    }

    /** Learns from a transaction of so many rows. */
    public void took(long nanos) {
        if (nanos > SLOW.toNanos()) {
            rows = Math.max(FEWEST, (int) (rows * (double) QUICK.toNanos() / nanos));
        } else if (nanos < QUICK.toNanos()) {
            rows = Math.min(MAX, rows * 2);
        }
    }
}

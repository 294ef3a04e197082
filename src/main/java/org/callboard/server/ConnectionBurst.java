package org.callboard.server;

import java.util.concurrent.TimeUnit;

/**
 * Connections that open in one moment. All of them are to be heard before the work for strangers takes the processors:
 * somebody who is known, or who asks for the health, may be among the last.
 */
final class ConnectionBurst {

    /** No browser opens as many at once, and no office. */
    private static final int MANY = 50;

    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private long began = System.nanoTime() - MOMENT_NANOS;
    private int count;

    synchronized void add() {
        long now = System.nanoTime();
        if (now - began > MOMENT_NANOS) {
            began = now;
            count = 0;
        }
        count++;
    }

    /** A quarter of a second at most, for a flood that goes on must not shut strangers out. */
    void waitForItsEnd() throws InterruptedException {
        long patience = System.nanoTime() + PATIENCE_NANOS;
        for (long left = left(); left > 0 && System.nanoTime() + left < patience; left = left()) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }

    /** How long until it is over, unless more come. */
    private synchronized long left() {
        return count > MANY ? began + 2 * MOMENT_NANOS - System.nanoTime() : 0;
    }
}

package org.callboard.platform;

import java.util.concurrent.TimeUnit;

/**
 * Connections that open in one moment. All of them are to be heard before the work for strangers takes the processors:
 * somebody who is known, or who asks for the health, may be among the last.
 */
final class Burst {

    /** No browser opens as many at once, and no office. */
    private static final int MANY = 50;

    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int LOOK_AGAIN_MILLIS = 10;
    private static final int LOOKS = 25;

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
        for (int look = 0; look < LOOKS && goesOn(); look++) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    private synchronized boolean goesOn() {
        return count > MANY && System.nanoTime() - began < 2 * MOMENT_NANOS;
    }
}

package org.callboard.platform;

import java.util.concurrent.atomic.AtomicLong;

/** So many bytes, from which many draw and to which they give back. */
final class Allowance {

    private final AtomicLong left;

    Allowance(long bytes) {
        left = new AtomicLong(bytes);
    }

    /** Whether there were so many; where there were not, none are gone. */
    boolean take(long bytes) {
        if (left.addAndGet(-bytes) >= 0) {
            return true;
        }
        left.addAndGet(bytes);
        return false;
    }

    void giveBack(long bytes) {
        left.addAndGet(bytes);
    }
}

package org.callboard.server;

import java.util.concurrent.atomic.AtomicLong;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;

/** So many bytes, from which many draw and to which they give back. */
final class Allowance {

    private final AtomicLong left;
    private final String usedUp;

    /** With what somebody is told who draws when nothing is left. */
    Allowance(long bytes, String usedUp) {
        left = new AtomicLong(bytes);
        this.usedUp = usedUp;
    }

    /** Whether there were so many; where there were not, none are gone. */
    boolean take(long bytes) {
        if (left.addAndGet(-bytes) >= 0) {
            return true;
        }
        left.addAndGet(bytes);
        return false;
    }

    /** 503, for whoever came when nothing was left. */
    Refusal usedUp() {
        return RefusalCode.BUSY.refuse(usedUp);
    }

    void giveBack(long bytes) {
        left.addAndGet(bytes);
    }
}

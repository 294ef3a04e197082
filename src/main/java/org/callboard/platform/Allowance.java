package org.callboard.platform;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.HttpStatus;

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
    ApiProblem usedUp() {
        return ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, usedUp);
    }

    void giveBack(long bytes) {
        left.addAndGet(bytes);
    }
}

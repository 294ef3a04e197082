package org.callboard.testing;

import java.time.Duration;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;

/** Waits for what other threads do, as briefly as it takes. */
public final class Eventually {

    private static final Duration MAX_LENGTH = Duration.ofSeconds(15);
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private Eventually() {}

    /** Gives the value once it is the expected one; fails where it is not within fifteen seconds. */
    public static <T> T is(T expected, Supplier<T> value) {
        long end = System.nanoTime() + MAX_LENGTH.toNanos();
        while (true) {
            T now = value.get();
            if (expected.equals(now)) {
                return now;
            }
            if (System.nanoTime() > end) {
                return Assertions.fail("after %s it is %s and not %s", MAX_LENGTH, now, expected);
            }
            try {
                Thread.sleep(BETWEEN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}

package org.callboard.mail;

import java.time.Duration;

/** How long to wait between attempts: a minute first, twice as long each time, six hours at most; for three days. */
final class BackOff {

    static final Duration GIVE_UP_AFTER = Duration.ofDays(3);

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration MAX_DELAY = Duration.ofHours(6);
    private static final double SPREAD = 0.2;

    private BackOff() {}

    /**
     * The wait after so many attempts.
     *
     * @param chance from 0 to 1; it moves the wait by a fifth either way, so that what failed together does not come
     *     back together
     */
    static Duration after(int attempts, double chance) {
        long doubled = FIRST.toMillis() << Math.min(Math.max(attempts, 1) - 1, 20);
        double spread = 1 - SPREAD + 2 * SPREAD * chance;
        return Duration.ofMillis(Math.round(Math.min(doubled, MAX_DELAY.toMillis()) * spread));
    }
}

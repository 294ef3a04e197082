package org.callboard.bench;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Tells on the console how far the work is, and what each step took. */
final class Progress {

    private static final long EVERY = 100_000;

    private final boolean quiet;
    private final AtomicLong sent = new AtomicLong();
    private long since = System.nanoTime();

    Progress(boolean quiet) {
        this.quiet = quiet;
    }

    void sent(long customers) {
        long all = sent.addAndGet(customers);
        if (all / EVERY != (all - customers) / EVERY) {
            say(all + " customers");
        }
    }

    /** Ends a step. */
    void done(String what) {
        long now = System.nanoTime();
        say(String.format(Locale.ROOT, "%s in %.1f s", what, (now - since) / 1e9));
        since = now;
    }

    void say(String line) {
        if (!quiet) {
            System.out.println(line);
        }
    }
}

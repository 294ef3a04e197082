package org.callboard.bench.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * As many screens of one kind as a busy office has, open at once.
 *
 * @param <S> their kind
 */
record Screens<S extends OpenScreen>(List<S> all) implements AutoCloseable {

    static final int COUNT = 200;

    private static final long LATEST = TimeUnit.SECONDS.toNanos(10);

    /** Opens one for somebody who has signed in. */
    interface Opener<S> {
        S open(String url, String cookie) throws IOException;
    }

    /** Opens them all, and waits until each shows what is there. */
    static <S extends OpenScreen> Screens<S> open(Site site, Opener<S> opener) throws Exception {
        Screens<S> screens = new Screens<>(new ArrayList<>());
        try {
            for (String cookie : Sessions.signIn(site, COUNT)) {
                screens.all.add(opener.open(site.url(), cookie));
            }
            for (S screen : screens.all) {
                screen.awaitFirst();
            }
        } catch (Exception e) {
            screens.close();
            throw e;
        }
        System.out.println(COUNT + " screens are open");
        return screens;
    }

    /** Waits until every screen has shown all of these, and is then as it must be; fails where one never is. */
    void await(Set<Long> ids, Predicate<S> done) throws InterruptedException, IOException {
        long end = System.nanoTime() + LATEST;
        for (S screen : all) {
            while (!(screen.arrivals().keySet().containsAll(ids) && done.test(screen))) {
                screen.check();
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("a screen does not show what happened");
                }
                Thread.sleep(50);
            }
        }
    }

    /** How long after these moments each showed on every screen; none is below 0, though a screen may be first to know. */
    Times arrivals(Map<Long, Long> since) {
        return Times.of(all.stream()
                .map(OpenScreen::arrivals)
                .flatMapToDouble(arrivals -> since.entrySet().stream()
                        .mapToDouble(one -> Math.max(0, (arrivals.get(one.getKey()) - one.getValue()) / 1e6))));
    }

    @Override
    public void close() throws IOException {
        for (S screen : all) {
            screen.close();
        }
    }
}

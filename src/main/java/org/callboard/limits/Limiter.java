package org.callboard.limits;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.secrets.Secrets;
import org.springframework.stereotype.Component;

/**
 * Holds people to every {@link Limit}, on all nodes together. However many come at once, and wherever a stretch of time
 * begins, no more than the limit go through. Names and addresses are kept sealed, and as long as the longest limit looks back.
 */
@Component
public class Limiter {

    /** A use that was let through, with all that it counts for. */
    public record Taken(List<byte[]> names, Instant at) {}

    private final RecentUseStore store;
    private final Secrets secrets;
    private final Clock clock;

    Limiter(RecentUseStore store, Secrets secrets, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Counts one use for each of these, in their order as far as they let it through; empty where one does not. The first
     * should be a network, which then can't fill the table with names.
     */
    public Optional<Taken> take(Limit.Use... uses) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as PostgreSQL keeps it
        store.forget(now.minus(Limit.MAX_WINDOW));
        List<byte[]> names = new ArrayList<>();
        for (Limit.Use use : uses) {
            Limit limit = use.limit();
            byte[] name = secrets.hash("limit\n" + limit + "\n" + use.who());
            if (!store.add(name, now, now.minus(limit.within), use.most())) {
                return Optional.empty();
            }
            names.add(name);
        }
        return Optional.of(new Taken(names, now));
    }

    /** As if it had not been. */
    public void giveBack(Taken taken) {
        taken.names.forEach(name -> store.remove(name, taken.at));
    }
}

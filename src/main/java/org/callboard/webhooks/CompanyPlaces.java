package org.callboard.webhooks;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Lets so many works of one company run at once, whatever the others do. */
final class CompanyPlaces {

    private final int most;
    private final Map<Long, Integer> taken = new ConcurrentHashMap<>();

    CompanyPlaces(int most) {
        this.most = most;
    }

    /** Works where the company has a place left; empty, and nothing is done, where it has none. */
    <T> Optional<T> in(long tenant, Supplier<T> work) {
        if (taken.merge(tenant, 1, Integer::sum) > most) {
            giveBack(tenant);
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            giveBack(tenant);
        }
    }

    private void giveBack(long tenant) {
        taken.computeIfPresent(tenant, (key, count) -> count == 1 ? null : count - 1);
    }
}

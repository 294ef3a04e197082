package org.callboard.duplicates;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.callboard.changes.ChangeFeed;
import org.callboard.changes.ChangeFeed.Entry;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.details.RecordKind;
import org.callboard.duplicates.DuplicateSearchStore.Phase;
import org.callboard.duplicates.DuplicateSearchStore.State;
import org.callboard.matches.CustomerPairs;
import org.callboard.matches.LocationPairs;
import org.callboard.matches.ScoredPair;
import org.callboard.tasks.BatchSize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the records of a company that may be the same: first it goes through all customers, part by part, then it follows
 * the change log. What a part comes to is read without a transaction, which would hold up the feeds of all companies, and
 * written in one together with how far the work is: where another one was faster, nothing is written. Whatever changes
 * while a part is read comes behind the place in the log that the part ends at, and is looked at again.
 *
 * <p>A number that a sixth customer gets, or gives up, counts otherwise for the five others too, and so may rules of a newer
 * Callboard. So it goes through all again after a week.
 */
@Component
class FindDuplicates {

    private static final Duration AGAIN = Duration.ofDays(7);

    private final DuplicateSearchStore search;
    private final FoundPairStore pairs;
    private final CustomerPairs customers;
    private final LocationPairs locations;
    private final ChangeFeed feed;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FindDuplicates(
            DuplicateSearchStore search,
            FoundPairStore pairs,
            CustomerPairs customers,
            LocationPairs locations,
            ChangeFeed feed,
            TransactionTemplate transaction,
            Clock clock) {
        this.search = search;
        this.pairs = pairs;
        this.customers = customers;
        this.locations = locations;
        this.feed = feed;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether a company has something to do. */
    boolean isDue(long tenant) {
        return Caller.system(tenant).call(() -> search.isDue(tenant, longAgo()));
    }

    private Instant longAgo() {
        return clock.instant().minus(AGAIN);
    }

    /** Works until there is nothing more to do, or the server is about to stop; true in the second case. */
    boolean all(long tenant, BooleanSupplier stopping) {
        return Caller.system(tenant).call(() -> {
            BatchSize size = new BatchSize();
            boolean more = true;
            while (more && !stopping.getAsBoolean()) {
                long start = System.nanoTime();
                more = part(tenant, size.rows());
                size.took(System.nanoTime() - start);
            }
            return more;
        });
    }

    /** One part; false where nothing is left to do. */
    boolean part(long tenant, int most) {
        State state = search.find(tenant).orElse(null);
        if (state == null
                || state.phase() == Phase.Following
                        && state.doneOn() != null
                        && state.doneOn().isBefore(longAgo())) {
            search.begin(tenant, feed.settled(tenant));
            return true;
        }
        return state.phase() == Phase.Filling ? fill(tenant, state, most) : follow(tenant, state, most);
    }

    private boolean fill(long tenant, State state, int most) {
        List<Long> next = search.after(tenant, state.reached(), most);
        if (next.isEmpty()) {
            write(tenant, state, () -> search.filled(tenant, clock.instant()));
            return true;
        }
        Set<Long> some = new HashSet<>(next);
        List<ScoredPair> found = customers.from(tenant, some);
        List<ScoredPair> places = locations.of(tenant, some);
        List<Long> own = search.locationsOf(tenant, some);
        Instant now = clock.instant();
        write(tenant, state, () -> {
            pairs.put(RecordKind.Customer, tenant, found, pairs.openFrom(RecordKind.Customer, tenant, some), now);
            pairs.put(RecordKind.Location, tenant, places, pairs.openWith(RecordKind.Location, tenant, own), now);
            search.reached(tenant, next.getLast(), next.size());
        });
        return true;
    }

    private boolean follow(long tenant, State state, int most) {
        List<Entry> entries = feed.entries(tenant, state.position(), most);
        if (entries.isEmpty()) {
            return false;
        }
        Set<Long> some = search.changed(tenant, entries);
        List<ScoredPair> found = some.isEmpty() ? List.of() : customers.with(tenant, some);
        List<ScoredPair> places = some.isEmpty() ? List.of() : locations.of(tenant, some);
        Set<Long> own = new HashSet<>(search.locationsOf(tenant, some));
        own.addAll(Arrays.asList(DuplicateSearchStore.ids(entries, EntityKind.LOCATION)));
        Instant now = clock.instant();
        write(tenant, state, () -> {
            pairs.put(RecordKind.Customer, tenant, found, pairs.openWith(RecordKind.Customer, tenant, some), now);
            pairs.put(RecordKind.Location, tenant, places, pairs.openWith(RecordKind.Location, tenant, own), now);
            search.followed(tenant, entries.getLast().position());
        });
        return true;
    }

    /** Unless another one went on meanwhile: it is then there, too. */
    private void write(long tenant, State state, Runnable work) {
        transaction.executeWithoutResult(status -> {
            if (search.lock(tenant).filter(state::equals).isPresent()) {
                work.run();
            }
        });
    }
}

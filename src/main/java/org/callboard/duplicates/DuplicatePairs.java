package org.callboard.duplicates;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.database.Caller;
import org.callboard.details.RecordKind;
import org.callboard.matches.Band;
import org.callboard.refusals.Refusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The records of a company that may be the same, as far as the search for them has come, and what people decided. */
@Service
public class DuplicatePairs {

    /** How many are to be looked at. */
    public record Counts(long veryLikely, long likely, long possible) {

        public long of(Band band) {
            return switch (band) {
                case VeryLikely -> veryLikely;
                case Likely -> likely;
                case Possible -> possible;
                case None -> 0;
            };
        }
    }

    /** Where a list of pairs goes on: behind this one. */
    public record After(int score, long lowId, long highId) {}

    /**
     * How far the search is.
     *
     * @param working whether it goes through all customers for the first time, or once more
     * @param total about how many there are
     */
    public record Progress(boolean working, long done, long total) {}

    private final DuplicatePairStore store;
    private final PairSideStore sides;
    private final DuplicateSearchStore search;
    private final Clock clock;

    DuplicatePairs(DuplicatePairStore store, PairSideStore sides, DuplicateSearchStore search, Clock clock) {
        this.store = store;
        this.sides = sides;
        this.search = search;
        this.clock = clock;
    }

    public Counts counts(RecordKind kind, long tenant) {
        return store.counts(kind, tenant);
    }

    /** Those to be looked at, the likeliest first. */
    public List<DuplicatePair> open(RecordKind kind, long tenant, Band band, @Nullable After after, int most) {
        return store.open(kind, tenant, band, after, most);
    }

    /** Those of one record that are to be looked at, the likeliest first; not what is merely possible. */
    public List<DuplicatePair> of(RecordKind kind, long tenant, long id, int most) {
        return store.of(kind, tenant, id, Band.Likely.from(), most);
    }

    /** The likeliest pair of which both are among some records, if any is to be looked at; not what is merely possible. */
    public Optional<DuplicatePair> among(RecordKind kind, long tenant, Collection<Long> ids) {
        return ids.size() < 2 ? Optional.empty() : store.among(kind, tenant, ids, Band.Likely.from());
    }

    /** What people tell the records of some pairs apart by, by their ids; without those that are not in use any more. */
    public Map<Long, PairSide> sides(RecordKind kind, long tenant, List<DuplicatePair> pairs) {
        return sides.sides(
                kind,
                tenant,
                pairs.stream()
                        .flatMap(pair -> Stream.of(pair.lowId(), pair.highId()))
                        .distinct()
                        .toList());
    }

    /** The pair of two records, whatever was decided. */
    public Optional<DuplicatePair> find(RecordKind kind, long tenant, long one, long other) {
        return store.find(kind, tenant, Math.min(one, other), Math.max(one, other));
    }

    /**
     * Remembers that two records are not one; they are not shown again unless something new speaks for it. NotFound where
     * they are no pair that is to be looked at or was decided already.
     *
     * @param note why; null for nothing
     */
    @Transactional
    public void dismiss(RecordKind kind, long tenant, long one, long other, @Nullable String note) {
        long low = Math.min(one, other);
        long high = Math.max(one, other);
        if (!store.dismiss(kind, tenant, low, high, Caller.current().name(), clock.instant(), note)) {
            throw new NotFound("Pair", low);
        }
    }

    /** Takes back that two are not one. NotFound where nobody said so. */
    @Transactional
    public void reopen(RecordKind kind, long tenant, long one, long other) {
        long low = Math.min(one, other);
        if (!store.reopen(kind, tenant, low, Math.max(one, other))) {
            throw new NotFound("Pair", low);
        }
    }

    /**
     * Takes over what was decided about a record that is merged into another one. Within the transaction that merges: nobody
     * is asked again in between. Other pairs of both are found again from the change log.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void merged(RecordKind kind, long tenant, long kept, long removed) {
        store.merged(kind, tenant, kept, removed);
    }

    /** Takes that back: the two are to be looked at again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void unmerged(RecordKind kind, long tenant, long kept, long removed) {
        store.unmerged(kind, tenant, kept, removed);
    }

    public Progress progress(long tenant) {
        return search.find(tenant)
                .map(state ->
                        new Progress(state.phase() == DuplicateSearchStore.Phase.Filling, state.done(), state.total()))
                .orElse(new Progress(true, 0, 0));
    }
}

package org.callboard.mergedids;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.details.RecordKind;
import org.callboard.mergedids.MergedIdStore.Held;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which customers and locations were merged into which. Whoever writes something that names one holds it first: a merge
 * waits for them, and so finds what they wrote, or they wait for the merge and see it. The keys of the database would refuse
 * to name a merged one too, but can't say who lives on.
 */
@Service
public class MergedIds {

    /** Merges that come in between one look and the next; nobody is merged so often. */
    private static final int LOOKS = 5;

    /** Where something is to be done: a customer, a location of theirs, or both. */
    public record Place(@Nullable Long customerId, @Nullable Long locationId) {}

    private final MergedIdStore store;

    MergedIds(MergedIdStore store) {
        this.store = store;
    }

    /** Who lives on instead of those of the ids that were merged; the others are not in it. */
    public Map<Long, Long> survivors(RecordKind kind, long tenant, Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : store.survivors(kind, tenant, ids);
    }

    /** Who lives on instead of a record; empty where it was not merged. */
    public Optional<Long> survivor(RecordKind kind, long tenant, long id) {
        return Optional.ofNullable(survivors(kind, tenant, Set.of(id)).get(id));
    }

    /**
     * Keeps customers and locations from being merged until the transaction ends. Leads, bookings and jobs are locked after
     * them. RECORD_MERGED where one of them was; ids of none are the caller's matter.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireLive(long tenant, Collection<Long> customers, Collection<Long> locations) {
        if (!customers.isEmpty() || !locations.isEmpty()) {
            Set<Long> named = Set.copyOf(customers);
            for (Held held : store.hold(tenant, named, Set.copyOf(locations))) {
                if (held.kind() == RecordKind.Location || named.contains(held.id())) {
                    held.kind().requireNotMerged(held.id(), held.mergedToId());
                }
            }
        }
    }

    /** The same of one customer and one location; null for none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireLive(long tenant, @Nullable Long customer, @Nullable Long location) {
        requireLive(
                tenant,
                Stream.ofNullable(customer).toList(),
                Stream.ofNullable(location).toList());
    }

    /** Who lives on of each of the ids, itself or another one, held as above; those of no record are not in it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, Long> lockLive(RecordKind kind, long tenant, Collection<Long> ids) {
        Map<Long, Long> survivors = new LinkedHashMap<>();
        new TreeSet<>(ids).forEach(id -> survivors.put(id, id));
        for (int look = 0; look < LOOKS; look++) {
            Set<Long> wanted = Set.copyOf(survivors.values());
            List<Held> rows = kind == RecordKind.Customer
                    ? store.hold(tenant, wanted, Set.of())
                    : store.hold(tenant, Set.of(), wanted);
            Map<Long, Held> held =
                    rows.stream().filter(row -> row.kind() == kind).collect(Collectors.toMap(Held::id, row -> row));
            survivors.values().removeIf(id -> !held.containsKey(id));
            survivors.replaceAll((id, live) -> now(Objects.requireNonNull(held.get(live))));
            if (held.keySet().containsAll(survivors.values())) {
                return survivors;
            }
        }
        throw changedMeanwhile();
    }

    /**
     * The customer and the location that live on of those that somebody chose, held as above. A location says whose it is;
     * ids of no record stay as they are.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Place lockLive(long tenant, Place chosen) {
        Place place = chosen;
        for (int look = 0; look < LOOKS; look++) {
            if (place.customerId == null && place.locationId == null) {
                return place;
            }
            List<Held> held = store.hold(
                    tenant,
                    Stream.ofNullable(place.customerId).toList(),
                    Stream.ofNullable(place.locationId).toList());
            Place live = live(place, held);
            if (live.equals(place) && holds(held, live)) {
                return live;
            }
            place = live;
        }
        throw changedMeanwhile();
    }

    private static Place live(Place place, List<Held> held) {
        Optional<Held> location = find(held, RecordKind.Location, place.locationId);
        Long customer = location.map(Held::customerId).orElse(place.customerId);
        return new Place(
                find(held, RecordKind.Customer, customer).map(MergedIds::now).orElse(customer),
                location.map(MergedIds::now).orElse(place.locationId));
    }

    /** A location that moved while it was waited for has a customer whom nobody holds yet. */
    private static boolean holds(List<Held> held, Place place) {
        return find(held, RecordKind.Location, place.locationId).isEmpty()
                || find(held, RecordKind.Customer, place.customerId).isPresent();
    }

    private static Optional<Held> find(List<Held> held, RecordKind kind, @Nullable Long id) {
        return held.stream()
                .filter(row -> row.kind() == kind && Objects.equals(row.id(), id))
                .findFirst();
    }

    private static long now(Held held) {
        return held.mergedToId() == null ? held.id() : held.mergedToId();
    }

    private static Refusal changedMeanwhile() {
        return RefusalCode.CHANGED_MEANWHILE.refuse(
                "The customer or location was merged at the same moment; nothing was saved. Try again.");
    }
}

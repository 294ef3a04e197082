package org.callboard.customers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.callboard.addresschecks.LocationChecks;
import org.callboard.details.RecordKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What merging does to customers and locations themselves. Whoever calls it keeps its rules, locks the records before, and
 * notes in the change log what was done.
 */
@Service
public class MoveRecords {

    private final CustomerStore customers;
    private final LocationStore locations;
    private final LocationChecks checks;

    MoveRecords(CustomerStore customers, LocationStore locations, LocationChecks checks) {
        this.customers = customers;
        this.locations = locations;
        this.checks = checks;
    }

    /**
     * Keeps records from change until the transaction ends, in the order of their ids: nobody waits in a circle.
     *
     * @param ids those that others may name meanwhile
     * @param merging those that are to be merged, or come back from it: nobody may
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(RecordKind kind, long tenant, Collection<Long> ids, Collection<Long> merging) {
        SortedMap<Long, Boolean> all = new TreeMap<>();
        ids.forEach(id -> all.put(id, false));
        merging.forEach(id -> all.put(id, true));
        List<Long> run = new ArrayList<>();
        boolean strong = false;
        for (var one : all.entrySet()) {
            if (one.getValue() != strong) {
                lock(kind, tenant, run, strong);
                run.clear();
                strong = one.getValue();
            }
            run.add(one.getKey());
        }
        lock(kind, tenant, run, strong);
    }

    /** Keeps the customers of locations from change; what is locked of the locations comes after. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockOwners(long tenant, Collection<Long> ids) {
        customers.lockAll(
                tenant,
                locations.all(tenant, ids, null).stream()
                        .map(Location::customerId)
                        .collect(Collectors.toSet()));
    }

    private void lock(RecordKind kind, long tenant, List<Long> ids, boolean strong) {
        if (!ids.isEmpty() && strong) {
            of(kind).lockToMerge(tenant, ids);
        } else if (!ids.isEmpty()) {
            of(kind).lockAll(tenant, ids);
        }
    }

    /** The ids of all locations of a customer, in their order. */
    public List<Long> locationsOf(long tenant, long customer) {
        return locations.idsOf(tenant, customer);
    }

    /** The ids of the records that were merged into one. */
    public List<Long> mergedInto(RecordKind kind, long tenant, long id) {
        return of(kind).mergedInto(tenant, id);
    }

    /** Gives locations to another customer, with a row of their history each: all, or those of the named ones it has. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> moveLocations(long tenant, long from, long to, @Nullable Collection<Long> ids) {
        List<Long> moved = locations.move(tenant, from, to, ids);
        if (!moved.isEmpty()) {
            locations.rememberOwner(tenant, moved, from);
        }
        return moved;
    }

    /** Takes records out of use for good: another one lives on instead. The database refuses it while something names them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void mark(RecordKind kind, long tenant, Collection<Long> ids, long into) {
        of(kind).merge(tenant, ids, into, false);
    }

    /** A record lives on itself again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void unmark(RecordKind kind, long tenant, long id, boolean active) {
        of(kind).merge(tenant, Set.of(id), null, active);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void activate(RecordKind kind, long tenant, long id, boolean active) {
        of(kind).activate(tenant, Set.of(id), active);
    }

    /** Writes a customer anew; it counts as changed even where nothing differs. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(long tenant, Customer before, CustomerDetails after) {
        customers.update(tenant, before.id(), before.details(), after);
    }

    /** The same for a location, whose address is checked again where it is another one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(long tenant, Location before, Location after) {
        locations.update(tenant, before.id(), before.customerId(), before.details(), after.details());
        locations.settle(tenant, before.id(), after.taxExempt(), after.zoneId(), after.preferredTechnicianId());
        if (!after.place().equals(before.place())) {
            checks.check(tenant, List.of(after.place()));
        }
    }

    private RecordStore<?, ?> of(RecordKind kind) {
        return kind == RecordKind.Customer ? customers : locations;
    }
}

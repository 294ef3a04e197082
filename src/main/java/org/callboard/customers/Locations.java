package org.callboard.customers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.callboard.addresses.Address;
import org.callboard.addresses.ContactDraft;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.details.ContactEntries;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.CustomDataRequests.AttachedDraft;
import org.callboard.details.CustomDataStore;
import org.callboard.details.DetailOwners;
import org.callboard.details.Owned;
import org.callboard.details.PlaceFilter;
import org.callboard.details.RecordKind;
import org.callboard.paging.ListQuery;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.callboard.search.PlaceSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The locations of a tenant's customers. */
@Service
public class Locations implements DetailOwners {

    private static final int MAX_OF_CUSTOMER = 200;

    private final LocationStore store;
    private final Customers customers;
    private final ContactEntries contacts;
    private final CustomDataEntries attached;
    private final Changes changes;
    private final PlaceSearch search;

    Locations(
            LocationStore store,
            Customers customers,
            ContactEntries contacts,
            CustomDataEntries attached,
            Changes changes,
            PlaceSearch search) {
        this.store = store;
        this.customers = customers;
        this.contacts = contacts;
        this.attached = attached;
        this.changes = changes;
        this.search = search;
    }

    public Optional<Location> find(long tenant, long id) {
        return store.find(tenant, id, null);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.Location;
    }

    @Override
    public Location get(long tenant, long id) {
        return get(tenant, id, null);
    }

    Location get(long tenant, long id, @Nullable UUID application) {
        return store.find(tenant, id, application).orElseThrow(() -> new NotFound("Location", id));
    }

    /** A location that is in use; 404 where there is none, 409 where it is not active. */
    Location getActive(long tenant, long id) {
        Location location = get(tenant, id);
        RecordKind.Location.requireActive(id, location.active());
        return location;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Location lock(long tenant, long id) {
        return lock(tenant, id, null);
    }

    @Override
    public void touch(long tenant, Collection<Long> ids) {
        store.touch(tenant, ids);
    }

    Location lock(long tenant, long id, @Nullable UUID application) {
        return store.lock(tenant, id, application).orElseThrow(() -> new NotFound("Location", id));
    }

    Page<Location> list(long tenant, ListQuery query, PlaceFilter place, @Nullable Long customer, Paging paging) {
        Where where = query.applyTo(Where.tenant(tenant)).andIf("customer_id = :customer", "customer", customer);
        place.applyTo(RecordKind.Location, where);
        return search.page(RecordKind.Location, tenant, place, where, paging, () -> store.page(where, paging));
    }

    /** The locations of a customer, active ones first. */
    public Page<Location> ofCustomer(long tenant, long customer, Paging paging) {
        Where where = Where.tenant(tenant)
                .and("customer_id = :customer", "customer", customer)
                .bind("application", CustomDataStore.applicationOrNobody(null))
                .orderBy(new Sort("active", true));
        return store.page(where, paging);
    }

    /** The active locations of a customer, in the order in which they were added, at most two hundred. */
    public List<Location> ofCustomer(long tenant, long customer) {
        Where where = Where.tenant(tenant)
                .and("customer_id = :customer", "customer", customer)
                .and("active")
                .bind("application", CustomDataStore.applicationOrNobody(null));
        return store.page(where, new Paging(1, MAX_OF_CUSTOMER, false)).data();
    }

    /** Creates a location of a customer, with contacts of its own, and gives its id. */
    @Transactional
    public long create(long tenant, long customer, String name, Address address, List<ContactDraft> contacts) {
        AttachedDraft nothing = new AttachedDraft(null, null, null);
        LocationDetails details = new LocationDetails(name, address, null, null, null, null);
        return createAll(tenant, customer, List.of(new NewLocation(details, nothing, contacts)))
                .getFirst();
    }

    /** The same for several locations of one customer. */
    @Transactional
    List<Long> createAll(long tenant, long customer, List<NewLocation> locations) {
        return createAll(
                tenant,
                locations.stream()
                        .map(location -> new Owned<>(customer, location))
                        .toList());
    }

    /**
     * Creates locations of customers with all that comes with them, and gives their ids in their order. The contacts that
     * a customer does not have yet are copied to it, as records of their own.
     */
    @Transactional
    public List<Long> createAll(long tenant, List<Owned<NewLocation>> locations) {
        List<Long> ids = store.insert(tenant, locations);
        List<Owned<ContactDraft>> entries = new ArrayList<>();
        List<Owned<ContactDraft>> copies = new ArrayList<>();
        List<Owned<AttachedDraft>> attachments = new ArrayList<>();
        Map<Long, Diff> diffs = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            long id = ids.get(i);
            long customer = locations.get(i).owner();
            NewLocation location = locations.get(i).what();
            location.contacts().forEach(contact -> {
                entries.add(new Owned<>(id, contact));
                copies.add(new Owned<>(customer, contact));
            });
            attachments.add(new Owned<>(id, location.attached()));
            diffs.put(
                    id,
                    Diff.none()
                            .now("name", location.details().name())
                            .now("customerId", customer)
                            .now("address", location.details().address())
                            .now("tagTypeIds", location.attached().tagTypeIds()));
        }
        contacts.add(RecordKind.Location, tenant, entries);
        customers.addMissingContacts(tenant, copies);
        attached.add(RecordKind.Location, tenant, attachments);
        changes.recordAll(EntityKind.LOCATION, diffs, Action.CREATED);
        return ids;
    }

    /** Takes all locations of customers out of use that are locked and were taken out of use themselves. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deactivateAllOf(long tenant, Collection<Long> customers) {
        List<Long> ids = store.lockActiveOf(tenant, customers);
        store.activate(tenant, ids, false);
        Map<Long, Diff> diffs = new LinkedHashMap<>();
        ids.forEach(id -> diffs.put(id, Diff.none().field("active", true, false)));
        changes.recordAll(EntityKind.LOCATION, diffs, RecordKind.switched(false));
    }

    /**
     * Takes a location out of use, or back into it. 404 where there is none, 409 for the last active one of an active
     * customer, and for reactivating one that was merged into another.
     */
    @Transactional
    public Location activate(long tenant, long id, boolean active) {
        Location before = active ? lock(tenant, id) : lockWithOwners(tenant, get(tenant, id), Set.of(), null);
        if (before.active() == active) {
            return before;
        }
        toggle(tenant, before);
        return get(tenant, id);
    }

    /**
     * Reads a location that may leave its customer, for a change. The customers are locked first, in the order of their
     * ids, and the location after them: nobody waits in a circle, and what is counted of them stays so. 409 where the
     * location moved in between.
     */
    Location lockWithOwners(long tenant, Location seen, Set<Long> further, @Nullable UUID application) {
        Set<Long> owners = new TreeSet<>(further);
        owners.add(seen.customerId());
        customers.lockAll(tenant, owners);
        Location location = lock(tenant, seen.id(), application);
        if (location.customerId() != seen.customerId()) {
            throw movedMeanwhile(seen.id());
        }
        return location;
    }

    static Refusal movedMeanwhile(long id) {
        return RefusalCode.CHANGED_MEANWHILE.refuse(
                "Location " + id + " was moved to another customer at the same moment; nothing was saved. Try again.");
    }

    /** 409 where an active customer would keep no active location. Needs {@link #lockWithOwners}. */
    void requireAnother(long tenant, Location leaving) {
        long customer = leaving.customerId();
        if (leaving.active() && store.isLastActive(tenant, leaving.id(), customer)) {
            throw RefusalCode.LAST_ACTIVE_LOCATION
                    .refuse("Location " + leaving.id() + " is the last active location of customer " + customer
                            + ". Give the customer another active location, or deactivate the customer first.")
                    .with("customerId", customer);
        }
    }

    /** Switches a locked location; deactivating needs {@link #lockWithOwners}. */
    void toggle(long tenant, Location location) {
        boolean active = !location.active();
        if (active) {
            RecordKind.Location.requireNotMerged(location.id(), location.mergedToId());
        } else {
            requireAnother(tenant, location);
        }
        store.activate(tenant, List.of(location.id()), active);
        Diff diff = Diff.none().field("active", !active, active);
        changes.record(EntityKind.LOCATION, location.id(), RecordKind.switched(active), diff);
    }

    /** Those of the ids that are locations, in the order of their ids. */
    public List<Location> all(long tenant, List<Long> ids, @Nullable UUID application) {
        return store.all(tenant, ids, application);
    }
}

package org.callboard.customers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.callboard.access.Tenants;
import org.callboard.addresschecks.LocationChecks;
import org.callboard.addresschecks.LocationChecks.Place;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.customers.LocationDetails.CoordinatesSource;
import org.callboard.details.ContactEntries;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.details.CustomDataStore;
import org.callboard.details.NewRecord;
import org.callboard.details.Owned;
import org.callboard.details.RecordKind;
import org.callboard.geocoding.AddressProviders;
import org.callboard.geography.AddressVerdict.Problem;
import org.callboard.http.Precondition;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.search.PlaceSearch;
import org.callboard.settings.Technicians;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The locations of a tenant's customers. */
@Service
public class Locations extends Records<Location, LocationDetails> {

    private static final int MAX_OF_CUSTOMER = 200;
    private static final int MAX_NEAR = 60;

    private final LocationStore store;
    private final Customers customers;
    private final Technicians technicians;
    private final LocationChecks checks;
    private final AddressProviders providers;
    private final Tenants tenants;

    Locations(
            LocationStore store,
            Customers customers,
            Technicians technicians,
            LocationChecks checks,
            AddressProviders providers,
            Tenants tenants,
            ContactEntries contacts,
            CustomDataEntries customData,
            Changes changes,
            PlaceSearch search) {
        super(RecordKind.Location, store, contacts, customData, changes, search);
        this.store = store;
        this.customers = customers;
        this.technicians = technicians;
        this.checks = checks;
        this.providers = providers;
        this.tenants = tenants;
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

    /** Where other active locations of the company are, some of those that are about so near; none where it has no point. */
    public List<Coordinates> near(long tenant, Location location, double km) {
        Coordinates at = location.details().coordinates();
        if (at == null) {
            return List.of();
        }
        double reach = km / Coordinates.KM_OF_DEGREE;
        double aside = reach / Math.max(0.1, Math.cos(Math.toRadians(at.latitude())));
        return store.near(
                tenant,
                location,
                new Coordinates(at.latitude() - reach, at.longitude() - aside),
                new Coordinates(at.latitude() + reach, at.longitude() + aside),
                MAX_NEAR);
    }

    /** Where the active locations of several customers are, by the customers. */
    public Map<Long, List<Address>> addressesOf(long tenant, Collection<Long> customers) {
        return store.addressesOf(tenant, customers).stream()
                .collect(Collectors.groupingBy(Owned::owner, Collectors.mapping(Owned::what, Collectors.toList())));
    }

    /** Keeps locations and their customers from change until the transaction ends; ids of none are skipped. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockWithCustomers(long tenant, Collection<Long> ids) {
        customers.lockAll(
                tenant,
                store.all(tenant, ids, null).stream().map(Location::customerId).collect(Collectors.toSet()));
        store.lockAll(tenant, ids);
    }

    /** Creates a location of a customer, with contacts of its own, and gives its id. */
    @Transactional
    public long create(long tenant, long customer, String name, Address address, List<ContactDraft> contacts) {
        NewRecord<LocationDetails> location = NewRecord.of(LocationDetails.of(name, address), contacts);
        return createAll(tenant, List.of(new Owned<>(customer, location))).ids.getFirst();
    }

    /**
     * Locations that were created.
     *
     * @param ids in their order
     * @param problems what asks for a look at their addresses, by location
     */
    public record Made(List<Long> ids, Map<Long, List<Problem>> problems) {}

    /**
     * Creates locations of customers with all that comes with them. The contacts that a customer does not have yet are
     * copied to it, as records of their own. RECORD_MERGED where one of the customers was merged.
     */
    @Transactional
    public Made createAll(long tenant, List<Owned<NewRecord<LocationDetails>>> asked) {
        String region = tenants.get(tenant).region();
        List<Owned<NewRecord<LocationDetails>>> locations = asked.stream()
                .map(one -> new Owned<>(
                        one.owner(), one.what().with(one.what().details().placed(region))))
                .toList();
        customers.lockLive(tenant, locations.stream().map(Owned::owner).collect(Collectors.toSet()));
        List<Long> ids = store.insert(tenant, locations);
        List<Owned<ContactDraft>> copies = new ArrayList<>();
        locations.forEach(location ->
                location.what().contacts().forEach(contact -> copies.add(new Owned<>(location.owner(), contact))));
        complete(tenant, ids, locations.stream().map(Owned::what).toList(), i -> {
            LocationDetails said = locations.get(i).what().details();
            return Diff.none()
                    .now("name", said.name())
                    .now("customerId", locations.get(i).owner())
                    .now("address", said.address());
        });
        customers.addMissingContactsOfLocked(tenant, copies);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            LocationDetails said = locations.get(i).what().details();
            places.add(new Place(ids.get(i), said.address(), said.coordinates()));
        }
        return new Made(ids, checks.check(tenant, places));
    }

    /** Takes all locations of customers out of use that are locked and were taken out of use themselves. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deactivateAllOf(long tenant, Collection<Long> customers) {
        switchAll(tenant, store.lockActiveOf(tenant, customers), false);
    }

    /** Takes those of the locations out of use that are in use; their customers must be locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deactivateAll(long tenant, Collection<Long> ids) {
        store.lockAll(tenant, ids);
        switchAll(
                tenant,
                store.all(tenant, ids, null).stream()
                        .filter(Location::active)
                        .map(Location::id)
                        .toList(),
                false);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Location lockWithCustomer(long tenant, long id) {
        return lockWithOwners(tenant, get(tenant, id), Set.of(), null);
    }

    @Override
    protected Location lockToSwitch(long tenant, long id, boolean active) {
        return active ? lock(tenant, id) : lockWithCustomer(tenant, id);
    }

    /** An active customer keeps an active location. */
    @Override
    protected void checkSwitch(long tenant, Location before) {
        if (before.active()) {
            requireAnother(tenant, before);
        }
    }

    /**
     * Reads a location that may leave its customer, for a change. The customers are locked first, in the order of their
     * ids, and the location after them: nobody waits in a circle, and what is counted of them stays so. Conflict where the
     * location moved in between.
     */
    private Location lockWithOwners(long tenant, Location seen, Set<Long> further, @Nullable UUID application) {
        Set<Long> owners = new TreeSet<>(further);
        owners.add(seen.customerId());
        customers.lockAll(tenant, owners);
        Location location = lock(tenant, seen.id(), application);
        if (location.customerId() != seen.customerId()) {
            throw movedMeanwhile(seen.id());
        }
        return location;
    }

    private static Refusal movedMeanwhile(long id) {
        return RefusalCode.CHANGED_MEANWHILE.refuse(
                "Location " + id + " was moved to another customer at the same moment; nothing was saved. Try again.");
    }

    /** LAST_ACTIVE_LOCATION where an active customer would keep none. Needs {@link #lockWithOwners}. */
    private void requireAnother(long tenant, Location leaving) {
        long customer = leaving.customerId();
        if (leaving.active() && store.isLastActive(tenant, leaving.id(), customer)) {
            throw RefusalCode.LAST_ACTIVE_LOCATION
                    .refuse("Location " + leaving.id() + " is the last active location of customer " + customer
                            + ". Give the customer another active location, or deactivate the customer first.")
                    .with("customerId", customer);
        }
    }

    /** Changes what it is by itself, or whose it is; as below. */
    @Transactional
    public Location update(long tenant, long id, UnaryOperator<Long> owner, UnaryOperator<LocationDetails> details) {
        return update(tenant, id, owner, details, Change.none()).location;
    }

    /**
     * A location after a change.
     *
     * @param found what asks for a look at its address by now; null where its place is as it was
     */
    public record Changed(Location location, @Nullable List<Problem> found) {}

    /**
     * Changes it. NotFound where there is none, Conflict for a new customer that is unknown or not active, and for an old
     * one that would keep no active location; what else is refused stands with {@link #check} and {@link #make}.
     *
     * @param owner gives the customer whose it is to be, by the one whose it is; it may be asked more than once
     */
    @Transactional
    public Changed update(
            long tenant, long id, UnaryOperator<Long> owner, UnaryOperator<LocationDetails> details, Change change) {
        Location before = lockToMove(tenant, id, owner, change);
        check(tenant, before, change);
        long customer = owner.apply(before.customerId());
        LocationDetails said = details.apply(before.details());
        LocationDetails after = before.details()
                .placedAs(
                        Objects.equals(said.coordinates(), before.details().coordinates()) ? said : told(tenant, said),
                        tenants.get(tenant).region());
        boolean moves = customer != before.customerId();
        if (moves) {
            requireCustomer(tenant, customer);
            requireAnother(tenant, before);
        }
        Diff diff =
                Diff.none().field("customerId", before.customerId(), customer).and(before.details(), after);
        Location changed = make(tenant, before, change, diff, () -> {
            store.update(tenant, id, customer, before.details(), after);
            if (moves) {
                store.rememberOwner(tenant, id, before.customerId());
            }
        });
        return new Changed(
                changed,
                before.place().equals(changed.place())
                        ? null
                        : checks.check(tenant, List.of(changed.place())).getOrDefault(id, List.of()));
    }

    /** A new location as somebody of the office typed it: a point that was taken over from the geocoder is that one's. */
    public NewRecord<LocationDetails> told(long tenant, NewRecord<LocationDetails> typed) {
        return typed.with(told(tenant, typed.details()));
    }

    private LocationDetails told(long tenant, LocationDetails said) {
        return said.coordinates() != null
                        && said.coordinatesSource() == CoordinatesSource.User
                        && providers.said(tenant, said.address(), said.coordinates())
                ? said.told()
                : said;
    }

    /**
     * Writes its address as its country does, and its point as it was meant where two numbers were swapped or a minus was
     * lost. NotFound where there is none, Stale where the precondition does not hold.
     */
    @Transactional
    Location standardize(long tenant, long id, Precondition precondition) {
        String region = tenants.get(tenant).region();
        return update(
                        tenant,
                        id,
                        owner -> owner,
                        old -> old.standard(region),
                        new Change(null, CustomDataDraft.NONE, precondition, new FieldErrors()))
                .location;
    }

    /** Keeps that the caller calls its address right; the location itself stays as it is. NotFound where there is none. */
    @Transactional
    public Location sayRight(long tenant, long id) {
        Location location = lock(tenant, id);
        checks.sayRight(tenant, location.place());
        return location;
    }

    /** Forgets that anybody has called its address right. NotFound where there is none. */
    @Transactional
    public Location takeBackRight(long tenant, long id) {
        Location location = lock(tenant, id);
        checks.takeBackRight(tenant, id);
        return location;
    }

    /** What asks for a look at the address of a location after a change, and nobody has called right. */
    List<Problem> addressProblems(long tenant, Changed changed) {
        return changed.found != null ? changed.found : checks.open(tenant, changed.location.place());
    }

    /** Customers come before locations: whether one is needed shows in a look without a lock. */
    private Location lockToMove(long tenant, long id, UnaryOperator<Long> owner, Change change) {
        UUID application = change.customData().application();
        Location seen = get(tenant, id);
        long wanted = owner.apply(seen.customerId());
        if (wanted != seen.customerId() || Boolean.FALSE.equals(change.active())) {
            return lockWithOwners(tenant, seen, Set.of(wanted), application);
        }
        Location location = lock(tenant, id, application);
        if (owner.apply(location.customerId()) != location.customerId()) {
            throw movedMeanwhile(id);
        }
        return location;
    }

    /** The customer that a location is to have; UNKNOWN_REFERENCE, RECORD_MERGED or RECORD_INACTIVE for one not to be had. */
    Customer requireCustomer(long tenant, long customer) {
        Customer owner = customers
                .find(tenant, customer)
                .orElseThrow(() -> RefusalCode.UNKNOWN_REFERENCE
                        .refuse("There is no customer " + customer + ".")
                        .with("customerId", customer));
        RecordKind.Customer.requireNotMerged(customer, owner.mergedToId());
        RecordKind.Customer.requireActive(owner);
        return owner;
    }

    /** Sets who is sent there by preference; NotFound for an unknown location or technician. */
    @Transactional
    void preferTechnician(long tenant, long id, long technician) {
        preferTechnician(tenant, id, old -> Optional.of(technician));
    }

    /** The same as a change of who is preferred now; empty where nobody is. */
    @Transactional
    public void preferTechnician(long tenant, long id, UnaryOperator<Optional<Long>> change) {
        Location before = lock(tenant, id);
        Long technician = change.apply(Optional.ofNullable(before.preferredTechnicianId()))
                .map(wanted -> technicians.get(tenant, wanted).id())
                .orElse(null);
        Diff diff = Diff.none().field("preferredTechnicianId", before.preferredTechnicianId(), technician);
        if (!diff.isEmpty()) {
            store.preferTechnician(tenant, id, technician);
            changes.record(EntityKind.LOCATION, id, Action.UPDATED, diff);
        }
    }
}

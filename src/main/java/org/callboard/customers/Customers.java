package org.callboard.customers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.details.ContactEntries;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.NewRecord;
import org.callboard.details.Owned;
import org.callboard.details.RecordKind;
import org.callboard.geography.AddressCheck;
import org.callboard.geography.AddressVerdict.Problem;
import org.callboard.geography.Purpose;
import org.callboard.paging.Where;
import org.callboard.refusals.RefusalCode;
import org.callboard.search.PlaceSearch;
import org.callboard.validation.FieldErrors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The customers of a tenant. */
@Service
public class Customers extends Records<Customer, CustomerDetails> {

    private final CustomerStore store;
    private final Tenants tenants;

    Customers(
            CustomerStore store,
            Tenants tenants,
            ContactEntries contacts,
            CustomDataEntries customData,
            Changes changes,
            PlaceSearch search) {
        super(RecordKind.Customer, store, contacts, customData, changes, search);
        this.store = store;
        this.tenants = tenants;
    }

    /** What asks for a look at a customer's billing address. */
    public List<Problem> addressProblems(long tenant, Customer customer) {
        CustomerDetails details = customer.details();
        return AddressCheck.of(
                        details.address(),
                        details.coordinates(),
                        Purpose.Billing,
                        tenants.get(tenant).region())
                .problems();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Customer lockWithCustomer(long tenant, long id) {
        return lock(tenant, id);
    }

    /** Narrows a list over the table of customers to those with a phone number; Invalid for what is none. */
    public Where withPhone(Where where, String phone, String region) {
        CustomerFilter filter = new CustomerFilter(phone, null);
        FieldErrors errors = new FieldErrors();
        filter.check(errors);
        errors.throwIfAny();
        return filter.applyTo(where, region);
    }

    /** Creates a customer with its contacts and gives its id. A customer without a location is not complete. */
    @Transactional
    public long create(long tenant, String name, CustomerType type, Address address, List<ContactDraft> contacts) {
        return createAll(tenant, List.of(NewRecord.of(CustomerDetails.of(name, type, address), contacts)))
                .getFirst();
    }

    /** Creates customers with all that comes with them but their locations, and gives their ids in their order. */
    @Transactional
    public List<Long> createAll(long tenant, List<NewRecord<CustomerDetails>> all) {
        List<Long> ids =
                store.insert(tenant, all.stream().map(NewRecord::details).toList());
        complete(tenant, ids, all, i -> {
            CustomerDetails said = all.get(i).details();
            return Diff.none().now("name", said.name()).now("type", said.type()).now("address", said.address());
        });
        return ids;
    }

    /** Changes what a customer is by itself. NotFound where there is none. */
    @Transactional
    public Customer update(long tenant, long id, UnaryOperator<CustomerDetails> details) {
        return update(tenant, id, details, Change.none());
    }

    /** Changes a customer. NotFound where there is none; what else is refused stands with {@link #check} and {@link #make}. */
    @Transactional
    public Customer update(long tenant, long id, UnaryOperator<CustomerDetails> details, Change change) {
        Customer before = lock(tenant, id, change.customData().application());
        check(tenant, before, change);
        CustomerDetails after = details.apply(before.details());
        Diff diff = Diff.between(before.details(), after);
        return make(tenant, before, change, diff, () -> store.update(tenant, id, before.details(), after));
    }

    /** The names of customers, by id. */
    public Map<Long, String> names(long tenant, Collection<Long> ids) {
        return store.names(tenant, ids);
    }

    @Override
    protected Customer lockToSwitch(long tenant, long id, boolean active) {
        return lock(tenant, id);
    }

    /** Its locations stay as they are, and so one of them must be in use. */
    @Override
    protected void checkSwitch(long tenant, Customer before) {
        if (!before.active() && !store.hasActiveLocation(tenant, before.id())) {
            throw RefusalCode.NO_ACTIVE_LOCATION.refuse(
                    "Customer " + before.id() + " has no active location. Reactivate one of its locations first.");
        }
    }

    /** Takes customers out of use that are active and locked; their locations stay as they are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deactivateAll(long tenant, Collection<Long> ids) {
        switchAll(tenant, ids, false);
    }

    /**
     * Keeps customers from change until the transaction ends; ids of none are skipped. Who locks locations too locks their
     * customers first, so that nobody waits in a circle.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockAll(long tenant, Collection<Long> ids) {
        store.lockAll(tenant, ids);
    }

    /** The same; RECORD_MERGED where one of them was merged. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockLive(long tenant, Collection<Long> ids) {
        store.lockAll(tenant, ids).forEach(one -> kind().requireNotMerged(one.id(), one.mergedToId()));
    }

    /** Adds those contacts that the customer does not have yet, and gives their ids. */
    @Transactional
    public List<Long> addMissingContacts(long tenant, long id, List<ContactDraft> entries) {
        return addMissingContacts(
                tenant, entries.stream().map(entry -> new Owned<>(id, entry)).toList());
    }

    /** The same for several customers at once. They are locked, so that nobody else adds the same contact meanwhile. */
    @Transactional
    public List<Long> addMissingContacts(long tenant, List<Owned<ContactDraft>> entries) {
        if (!entries.isEmpty()) {
            lockLive(tenant, entries.stream().map(Owned::owner).collect(Collectors.toSet()));
        }
        return addMissingContactsOfLocked(tenant, entries);
    }

    /** The same for customers that are locked. */
    List<Long> addMissingContactsOfLocked(long tenant, List<Owned<ContactDraft>> entries) {
        return contacts.addMissing(RecordKind.Customer, tenant, entries);
    }
}

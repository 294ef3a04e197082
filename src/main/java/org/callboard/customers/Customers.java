package org.callboard.customers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.callboard.addresses.Address;
import org.callboard.addresses.ContactDraft;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.details.ContactEntries;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.CustomDataRequests.AttachedDraft;
import org.callboard.details.DetailOwners;
import org.callboard.details.Owned;
import org.callboard.details.PlaceFilter;
import org.callboard.details.RecordKind;
import org.callboard.http.Precondition;
import org.callboard.paging.ListQuery;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.callboard.search.PlaceSearch;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The customers of a tenant. */
@Service
public class Customers implements DetailOwners {

    private final CustomerStore store;
    private final ContactEntries contacts;
    private final CustomDataEntries attached;
    private final Changes changes;
    private final PlaceSearch search;

    Customers(
            CustomerStore store,
            ContactEntries contacts,
            CustomDataEntries attached,
            Changes changes,
            PlaceSearch search) {
        this.store = store;
        this.contacts = contacts;
        this.attached = attached;
        this.changes = changes;
        this.search = search;
    }

    public Optional<Customer> find(long tenant, long id) {
        return store.find(tenant, id, null);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.Customer;
    }

    @Override
    public Customer get(long tenant, long id) {
        return get(tenant, id, null);
    }

    /** One customer with the external data of an application; 404 where there is none. */
    public Customer get(long tenant, long id, @Nullable UUID application) {
        return store.find(tenant, id, application).orElseThrow(() -> new NotFound("Customer", id));
    }

    /** A customer that is in use; 404 where there is none, 409 where it is not active. */
    Customer getActive(long tenant, long id) {
        Customer customer = get(tenant, id);
        RecordKind.Customer.requireActive(id, customer.active());
        return customer;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Customer lock(long tenant, long id) {
        return lock(tenant, id, null);
    }

    private Customer lock(long tenant, long id, @Nullable UUID application) {
        return store.lock(tenant, id, application).orElseThrow(() -> new NotFound("Customer", id));
    }

    /** Narrows a list over the table of customers to those with a phone number; 400 for what is none. */
    public Where withPhone(Where where, String phone, String region) {
        CustomerFilter filter = new CustomerFilter(phone, null);
        FieldErrors errors = new FieldErrors();
        filter.check(errors);
        errors.throwIfAny();
        return filter.applyTo(where, region);
    }

    Page<Customer> list(long tenant, ListQuery query, PlaceFilter place, Where narrowed, Paging paging) {
        Where where = place.applyTo(RecordKind.Customer, query.applyTo(narrowed));
        return search.page(RecordKind.Customer, tenant, place, where, paging, () -> store.page(where, paging));
    }

    /** Creates a customer with its contacts and gives its id. A customer without a location is not complete. */
    @Transactional
    public long create(long tenant, String name, CustomerType type, Address address, List<ContactDraft> contacts) {
        return create(tenant, CustomerDetails.of(name, type, address), AttachedDraft.NONE, contacts);
    }

    /** Creates a customer with all that comes with it but its locations, and gives its id. */
    @Transactional
    public long create(long tenant, CustomerDetails details, AttachedDraft attachments, List<ContactDraft> entries) {
        return createAll(tenant, List.of(new NewCustomer(details, attachments, entries)))
                .getFirst();
    }

    /** Creates customers with all that comes with them but their locations, and gives their ids in their order. */
    @Transactional
    public List<Long> createAll(long tenant, List<NewCustomer> all) {
        List<Long> ids =
                store.insert(tenant, all.stream().map(NewCustomer::details).toList());
        List<Owned<ContactDraft>> entries = new ArrayList<>();
        List<Owned<AttachedDraft>> attachments = new ArrayList<>();
        Map<Long, Diff> diffs = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            long id = ids.get(i);
            NewCustomer customer = all.get(i);
            customer.contacts().forEach(entry -> entries.add(new Owned<>(id, entry)));
            attachments.add(new Owned<>(id, customer.attached()));
            diffs.put(
                    id,
                    Diff.none()
                            .now("name", customer.details().name())
                            .now("type", customer.details().type())
                            .now("address", customer.details().address())
                            .now("tagTypeIds", customer.attached().tagTypeIds()));
        }
        contacts.add(RecordKind.Customer, tenant, entries);
        attached.add(RecordKind.Customer, tenant, attachments);
        changes.recordAll(EntityKind.CUSTOMER, diffs, Action.CREATED);
        return ids;
    }

    /** Changes what a customer is by itself. 404 where there is none. */
    @Transactional
    public Customer update(long tenant, long id, UnaryOperator<CustomerDetails> change) {
        return update(tenant, id, change, null, AttachedDraft.NONE, Precondition.NONE, new FieldErrors());
    }

    /**
     * Changes a customer; what hangs on it is replaced where the change names it. 404 where there is none, 400 for unknown
     * ids, beside what was noted before, 403 for switching {@code active} without the right to, 409 as for {@link #activate}, 412 where the precondition
     * does not hold.
     */
    @Transactional
    Customer update(
            long tenant,
            long id,
            UnaryOperator<CustomerDetails> change,
            @Nullable Boolean active,
            AttachedDraft attachments,
            Precondition precondition,
            FieldErrors noted) {
        Customer before = lock(tenant, id, attachments.application());
        precondition.check(before.tag());
        boolean switches = RecordKind.Customer.switches(before.active(), active);
        FieldErrors errors = new FieldErrors();
        attached.check(
                tenant,
                List.of(new CustomDataEntries.Part(
                        RecordKind.Customer, "", attachments, before.attached().customFields())),
                errors);
        noted.addMissing(errors).throwIfAny();
        CustomerDetails details = change.apply(before.details());
        Diff diff = Diff.between(before.details(), details);
        attached.change(RecordKind.Customer, tenant, id, before.attached(), attachments, diff);
        if (!diff.isEmpty()) {
            store.update(tenant, id, before.details(), details);
            changes.record(EntityKind.CUSTOMER, id, Action.UPDATED, diff);
        }
        if (switches) {
            toggle(tenant, before);
        }
        return diff.isEmpty() && !switches ? before : get(tenant, id, attachments.application());
    }

    @Override
    public void touch(long tenant, Collection<Long> ids) {
        store.touch(tenant, ids);
    }

    /** The names of customers, by id. */
    public Map<Long, String> names(long tenant, Collection<Long> ids) {
        return store.names(tenant, ids);
    }

    /**
     * Takes a customer out of use, or back into it; its locations stay as they are. 404 where there is none, 409 for
     * reactivating one that was merged into another, or that has no active location.
     */
    @Transactional
    public Customer activate(long tenant, long id, boolean active) {
        Customer before = lock(tenant, id);
        if (before.active() == active) {
            return before;
        }
        toggle(tenant, before);
        return get(tenant, id);
    }

    private void toggle(long tenant, Customer customer) {
        boolean active = !customer.active();
        if (active) {
            RecordKind.Customer.requireNotMerged(customer.id(), customer.mergedToId());
            if (!store.hasActiveLocation(tenant, customer.id())) {
                throw RefusalCode.NO_ACTIVE_LOCATION.refuse("Customer " + customer.id()
                        + " has no active location. Reactivate one of its locations first.");
            }
        }
        store.activate(tenant, List.of(customer.id()), active);
        Diff diff = Diff.none().field("active", !active, active);
        changes.record(EntityKind.CUSTOMER, customer.id(), RecordKind.switched(active), diff);
    }

    /** Takes customers out of use that are active and locked; their locations stay as they are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deactivateAll(long tenant, Collection<Long> ids) {
        store.activate(tenant, ids, false);
        Map<Long, Diff> diffs = new LinkedHashMap<>();
        ids.forEach(id -> diffs.put(id, Diff.none().field("active", true, false)));
        changes.recordAll(EntityKind.CUSTOMER, diffs, RecordKind.switched(false));
    }

    /**
     * Keeps customers from change until the transaction ends; ids of none are skipped. Who locks locations too locks their
     * customers first, so that nobody waits in a circle.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockAll(long tenant, Collection<Long> ids) {
        store.lockAll(tenant, ids);
    }

    /** Adds those contacts that the customer does not have yet, and tells how many. */
    @Transactional
    public int addMissingContacts(long tenant, long id, List<ContactDraft> entries) {
        return addMissingContacts(
                tenant, entries.stream().map(entry -> new Owned<>(id, entry)).toList());
    }

    /** The same for several customers at once. */
    @Transactional
    public int addMissingContacts(long tenant, List<Owned<ContactDraft>> entries) {
        return contacts.addMissing(RecordKind.Customer, tenant, entries);
    }
}

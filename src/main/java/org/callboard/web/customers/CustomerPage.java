package org.callboard.web.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.callboard.changes.EntityKind;
import org.callboard.customers.Customer;
import org.callboard.customers.CustomerContacts;
import org.callboard.customers.CustomerDetails;
import org.callboard.customers.CustomerTags;
import org.callboard.customers.Customers;
import org.callboard.locations.LocationOwners;
import org.callboard.locations.Locations;
import org.callboard.platform.Changes;
import org.callboard.platform.Paging;
import org.callboard.platform.Precondition;
import org.callboard.records.ContactContent;
import org.callboard.records.Notes;
import org.callboard.records.RecordKind;
import org.callboard.web.records.AttachedFields;
import org.callboard.web.records.OpenRecord;
import org.callboard.web.records.RecordPage;
import org.callboard.web.records.Values;
import org.springframework.stereotype.Component;

/** What the shared parts of a page need of a customer. */
@Component
class CustomerPage implements RecordPage {

    /** Of how many locations the history tells; a customer with more is looked up there. */
    private static final Paging PLACES = new Paging(1, 500, false);

    private final Customers customers;
    private final CustomerTags tags;
    private final CustomerContacts contacts;
    private final Notes notes;
    private final AttachedFields attached;
    private final Locations locations;
    private final LocationOwners owners;

    CustomerPage(
            Customers customers,
            CustomerTags tags,
            CustomerContacts contacts,
            Notes notes,
            AttachedFields attached,
            Locations locations,
            LocationOwners owners) {
        this.customers = customers;
        this.tags = tags;
        this.contacts = contacts;
        this.notes = notes;
        this.attached = attached;
        this.locations = locations;
        this.owners = owners;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.Customer;
    }

    @Override
    public OpenRecord open(long tenant, long id) {
        return open(tenant, customers.get(tenant, id));
    }

    OpenRecord open(long tenant, Customer customer) {
        OpenRecord.Ref survivor = Optional.ofNullable(customer.mergedToId())
                .flatMap(other -> customers.find(tenant, other))
                .map(other -> new OpenRecord.Ref(other.id(), other.details().name()))
                .orElse(null);
        return new OpenRecord(
                RecordKind.Customer,
                customer.id(),
                customer.details().name(),
                customer.active(),
                customer.details().doNotService(),
                null,
                survivor,
                CustomerFields.of(customer.details()),
                customer.attached());
    }

    @Override
    public void save(long tenant, long id, String field, UnaryOperator<Values> change) {
        Optional<Long> custom = AttachedFields.customId(field);
        Optional<Long> contact = AttachedFields.contactId(field);
        if (custom.isPresent()) {
            customers.changeCustomField(tenant, id, custom.get(), AttachedFields.ofCustom(change));
        } else if (contact.isPresent()) {
            contacts.change(tenant, id, contact.get(), AttachedFields.ofContact(change));
        } else {
            customers.update(tenant, id, old -> changed(old, field, change));
        }
    }

    private static CustomerDetails changed(CustomerDetails old, String field, UnaryOperator<Values> change) {
        Values before = CustomerFields.read(old, field);
        Values after = change.apply(before);
        return after.equals(before) ? old : CustomerFields.with(old, field, after);
    }

    @Override
    public void addContact(long tenant, long id, ContactContent content) {
        contacts.add(tenant, id, content);
    }

    @Override
    public void removeContact(long tenant, long id, long contact) {
        contacts.remove(tenant, id, contact, Precondition.NONE);
    }

    @Override
    public void addTag(long tenant, long id, long tagType) {
        tags.add(tenant, id, tagType);
    }

    @Override
    public void removeTag(long tenant, long id, long tagType) {
        tags.remove(tenant, id, tagType);
    }

    @Override
    public void addNote(long tenant, long id, String text, boolean pinned, boolean copied) {
        if (copied) {
            notes.addToCustomerAndLocations(tenant, id, text, pinned);
        } else {
            notes.add(RecordKind.Customer, tenant, id, text, pinned);
        }
    }

    @Override
    public void activate(long tenant, long id, boolean active) {
        customers.activate(tenant, id, active);
    }

    /** Its own, that of its contacts, and what made its locations its own or another's. */
    @Override
    public List<Changes.Subject> history(long tenant, long id) {
        List<Changes.Subject> subjects = new ArrayList<>();
        subjects.add(Changes.Subject.of(EntityKind.CUSTOMER, id));
        attached.everOf(RecordKind.Customer, tenant, id)
                .forEach(entry -> subjects.add(Changes.Subject.of(EntityKind.CUSTOMER_CONTACT, entry.id())));
        locations.ofCustomer(tenant, id, PLACES).data().forEach(location -> subjects.add(place(location.id(), id)));
        owners.formerlyOf(tenant, id).forEach(location -> subjects.add(place(location.id(), id)));
        return subjects;
    }

    private static Changes.Subject place(long location, long customer) {
        return new Changes.Subject(EntityKind.LOCATION, location, "customerId", Long.toString(customer));
    }
}

package org.callboard.locations;

import java.util.List;
import java.util.function.UnaryOperator;
import org.callboard.addresses.ContactDraft;
import org.callboard.addresses.ContactType;
import org.callboard.customers.Customers;
import org.callboard.platform.Precondition;
import org.callboard.platform.Submission;
import org.callboard.records.ContactContent;
import org.callboard.records.ContactEntries;
import org.callboard.records.ContactEntry;
import org.callboard.records.ContactRequests.ContactPatch;
import org.callboard.records.Owned;
import org.callboard.records.RecordKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes to the contact entries of a location: 404 where there is no such location, 409 where it is not active. */
@Service
public class LocationContacts {

    private final Locations locations;
    private final Customers customers;
    private final ContactEntries entries;

    LocationContacts(Locations locations, Customers customers, ContactEntries entries) {
        this.locations = locations;
        this.customers = customers;
        this.entries = entries;
    }

    /** Adds an entry, and a copy of it to the location's customer unless that has it already. */
    @Transactional
    ContactEntry add(long tenant, long location, ContactType type, String value, @Nullable String memo) {
        long customer = lockActive(tenant, location).customerId();
        ContactDraft draft = entries.draft(tenant, type, value, memo);
        long id = entries.add(RecordKind.Location, tenant, List.of(new Owned<>(location, draft)))
                .getFirst();
        customers.addMissingContacts(tenant, customer, List.of(draft));
        return entries.get(RecordKind.Location, tenant, location, id);
    }

    /** Adds an entry with all that is said of it, and a copy to the customer as above. */
    @Transactional
    public ContactEntry add(long tenant, long location, ContactContent content) {
        ContactEntry entry = add(tenant, location, content.type(), content.value(), content.memo());
        return entries.change(RecordKind.Location, tenant, location, entry.id(), old -> content);
    }

    /** Makes of an entry what the change says; it sees what is stored, and nobody else can come in between. */
    @Transactional
    public ContactEntry change(long tenant, long location, long id, UnaryOperator<ContactContent> change) {
        lockActive(tenant, location);
        return entries.change(RecordKind.Location, tenant, location, id, change);
    }

    @Transactional
    ContactEntry update(long tenant, long location, long id, Submission<ContactPatch> sent, Precondition precondition) {
        lockActive(tenant, location);
        return entries.update(RecordKind.Location, tenant, location, id, sent, precondition);
    }

    @Transactional
    public void remove(long tenant, long location, long id, Precondition precondition) {
        lockActive(tenant, location);
        entries.remove(RecordKind.Location, tenant, location, id, precondition);
    }

    private Location lockActive(long tenant, long id) {
        Location location = locations.lock(tenant, id);
        RecordKind.Location.requireActive(id, location.active());
        return location;
    }
}

package org.callboard.web.locations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.callboard.changes.EntityKind;
import org.callboard.customers.Customer;
import org.callboard.customers.Customers;
import org.callboard.locations.Location;
import org.callboard.locations.LocationContacts;
import org.callboard.locations.LocationDetails;
import org.callboard.locations.Locations;
import org.callboard.locations.UpdateLocation;
import org.callboard.platform.Changes;
import org.callboard.platform.Precondition;
import org.callboard.records.ContactContent;
import org.callboard.records.Notes;
import org.callboard.records.RecordKind;
import org.callboard.settings.Technicians;
import org.callboard.web.records.AttachedFields;
import org.callboard.web.records.OpenRecord;
import org.callboard.web.records.RecordPage;
import org.callboard.web.records.Values;
import org.springframework.stereotype.Component;

/** What the shared parts of a page need of a location. */
@Component
class LocationPage implements RecordPage {

    private final Locations locations;
    private final UpdateLocation update;
    private final LocationContacts contacts;
    private final Customers customers;
    private final Technicians technicians;
    private final Notes notes;
    private final AttachedFields attached;

    LocationPage(
            Locations locations,
            UpdateLocation update,
            LocationContacts contacts,
            Customers customers,
            Technicians technicians,
            Notes notes,
            AttachedFields attached) {
        this.locations = locations;
        this.update = update;
        this.contacts = contacts;
        this.customers = customers;
        this.technicians = technicians;
        this.notes = notes;
        this.attached = attached;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.Location;
    }

    @Override
    public OpenRecord open(long tenant, long id) {
        return open(tenant, locations.get(tenant, id));
    }

    OpenRecord open(long tenant, Location location) {
        Customer owner = customers.get(tenant, location.customerId());
        OpenRecord.Ref survivor = Optional.ofNullable(location.mergedToId())
                .flatMap(other -> locations.find(tenant, other))
                .map(other -> new OpenRecord.Ref(other.id(), other.details().name()))
                .orElse(null);
        return new OpenRecord(
                RecordKind.Location,
                location.id(),
                location.details().name(),
                location.active(),
                owner.details().doNotService(),
                new OpenRecord.Ref(owner.id(), owner.details().name()),
                survivor,
                LocationFields.of(location, technicians.all(tenant)),
                location.attached());
    }

    @Override
    public void save(long tenant, long id, String field, UnaryOperator<Values> change) {
        Optional<Long> custom = AttachedFields.customId(field);
        Optional<Long> contact = AttachedFields.contactId(field);
        if (custom.isPresent()) {
            update.changeCustomField(tenant, id, custom.get(), AttachedFields.ofCustom(change));
        } else if (contact.isPresent()) {
            contacts.change(tenant, id, contact.get(), AttachedFields.ofContact(change));
        } else if (field.equals(LocationFields.TECHNICIAN)) {
            update.preferTechnician(
                    tenant,
                    id,
                    old -> Optional.of(change.apply(Values.of(old.orElse(null))))
                            .map(Values::text)
                            .filter(text -> !text.isEmpty())
                            .map(Long::valueOf));
        } else {
            update.update(tenant, id, owner -> owner, old -> changed(old, field, change));
        }
    }

    private static LocationDetails changed(LocationDetails old, String field, UnaryOperator<Values> change) {
        Values before = LocationFields.read(old, field);
        Values after = change.apply(before);
        return after.equals(before) ? old : LocationFields.with(old, field, after);
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
        update.addTag(tenant, id, tagType);
    }

    @Override
    public void removeTag(long tenant, long id, long tagType) {
        update.removeTag(tenant, id, tagType);
    }

    @Override
    public void addNote(long tenant, long id, String text, boolean pinned, boolean copied) {
        if (copied) {
            notes.addToLocationAndCustomer(tenant, id, locations.get(tenant, id).customerId(), text, pinned);
        } else {
            notes.add(RecordKind.Location, tenant, id, text, pinned);
        }
    }

    @Override
    public void activate(long tenant, long id, boolean active) {
        locations.activate(tenant, id, active);
    }

    @Override
    public List<Changes.Subject> history(long tenant, long id) {
        List<Changes.Subject> subjects = new ArrayList<>();
        subjects.add(Changes.Subject.of(EntityKind.LOCATION, id));
        attached.everOf(RecordKind.Location, tenant, id)
                .forEach(entry -> subjects.add(Changes.Subject.of(EntityKind.LOCATION_CONTACT, entry.id())));
        return subjects;
    }
}

package org.callboard.importrows;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.customers.Customers;
import org.callboard.customers.Location;
import org.callboard.customers.Locations;
import org.callboard.details.ContactEntries;
import org.callboard.details.Notes;
import org.callboard.details.Owned;
import org.callboard.details.RecordKind;
import org.callboard.http.Precondition;
import org.callboard.importrows.JudgedRow.DoneRow;
import org.callboard.importrows.LocationUpdate.Undo;
import org.callboard.importrows.RowUpdate.Applied;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the changes that rows say of locations on record, and takes them back. They must be locked with their customers. */
@Component
class UpdateLocations {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Locations locations;
    private final Customers customers;
    private final ContactEntries contacts;
    private final Notes notes;

    UpdateLocations(Locations locations, Customers customers, ContactEntries contacts, Notes notes) {
        this.locations = locations;
        this.customers = customers;
        this.contacts = contacts;
        this.notes = notes;
    }

    Applied apply(long tenant, LocationUpdate update) {
        Location before = update.location();
        long id = before.id();
        Location after = locations
                .update(
                        tenant,
                        id,
                        owner -> owner,
                        old -> update.after(),
                        update.data().change())
                .location();
        List<Long> copies = customers.addMissingContacts(tenant, before.customerId(), update.contacts());
        List<Long> added = contacts.addMissing(RecordKind.Location, tenant, owned(id, update.contacts()));
        Long note = update.note() == null
                ? null
                : notes.addAll(RecordKind.Location, tenant, List.of(new Owned<>(id, update.note())))
                        .getFirst();
        Undo undo = new Undo(before.details(), added, copies, update.data().before(before.customData()), note);
        return new Applied(id, before.customerId(), after.version(), JSON.writeValueAsString(undo));
    }

    private static List<Owned<ContactDraft>> owned(long location, List<ContactDraft> contacts) {
        return contacts.stream().map(contact -> new Owned<>(location, contact)).toList();
    }

    /**
     * Takes changes back, the newest first, unless somebody has changed since what they changed; gives why the others stay,
     * by the numbers of their rows.
     */
    Map<Integer, String> takeBack(long tenant, Collection<DoneRow> rows) {
        Map<Integer, String> kept = new HashMap<>();
        locations.lockWithCustomers(tenant, rows.stream().map(DoneRow::recordId).collect(Collectors.toSet()));
        for (DoneRow row : rows) {
            Undo undo = JSON.readValue(row.undo(), Undo.class);
            Location now = locations.find(tenant, row.recordId()).orElse(null);
            String reason = reasonToKeep(tenant, row, now, undo);
            if (reason != null) {
                kept.put(row.number(), reason);
            } else if (now != null) {
                takeBack(tenant, now, undo);
            }
        }
        return kept;
    }

    private @Nullable String reasonToKeep(long tenant, DoneRow row, @Nullable Location now, Undo undo) {
        if (now != null && now.mergedToId() != null) {
            return RecordKind.Location.mergedInto(now.mergedToId());
        }
        if (now == null || row.version() == null || now.version() != row.version()) {
            return "It was changed since.";
        }
        boolean untouched = contacts.areAsAdded(RecordKind.Location, tenant, now.id(), undo.contacts())
                && contacts.areAsAdded(RecordKind.Customer, tenant, now.customerId(), undo.copies());
        return untouched ? null : "Its contacts were changed since.";
    }

    private void takeBack(long tenant, Location now, Undo undo) {
        undo.contacts().forEach(id -> contacts.remove(RecordKind.Location, tenant, now.id(), id, Precondition.NONE));
        undo.copies()
                .forEach(id -> contacts.remove(RecordKind.Customer, tenant, now.customerId(), id, Precondition.NONE));
        if (undo.note() != null) {
            notes.deleteIfThere(RecordKind.Location, tenant, now.id(), undo.note());
        }
        locations.update(
                tenant,
                now.id(),
                owner -> owner,
                old -> undo.before(),
                undo.data().back());
    }
}

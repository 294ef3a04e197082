package org.callboard.importrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.callboard.customers.Customer;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.details.ContactEntries;
import org.callboard.details.Notes;
import org.callboard.details.Owned;
import org.callboard.details.RecordKind;
import org.callboard.http.Precondition;
import org.callboard.importrows.CustomerUpdate.Undo;
import org.callboard.importrows.JudgedRow.DoneRow;
import org.callboard.importrows.RowUpdate.Applied;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the changes that rows say of customers on record, and takes them back. The customers must be locked. */
@Component
class UpdateCustomers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Customers customers;
    private final Locations locations;
    private final ContactEntries contacts;
    private final Notes notes;
    private final CustomerUsageStore use;

    UpdateCustomers(
            Customers customers, Locations locations, ContactEntries contacts, Notes notes, CustomerUsageStore use) {
        this.customers = customers;
        this.locations = locations;
        this.contacts = contacts;
        this.notes = notes;
        this.use = use;
    }

    Applied apply(long tenant, CustomerUpdate update) {
        Customer before = update.customer();
        long id = before.id();
        boolean isSaid = !update.after().equals(before.details());
        Customer after = customers.update(
                tenant,
                id,
                // an earlier row of this part may have changed a customer to whom this one only adds
                old -> isSaid ? update.after() : old,
                update.data().change());
        List<Long> added = customers.addMissingContacts(tenant, id, update.contacts());
        List<Long> made = locations
                .createAll(
                        tenant,
                        update.places().stream()
                                .map(place -> new Owned<>(id, place))
                                .toList())
                .ids();
        Long note = update.note() == null ? null : note(tenant, id, made, update.note());
        DataChange data = update.data().before(before.customData());
        Undo undo = new Undo(
                isSaid ? before.details() : null,
                update.changesRecord() ? before.version() : after.version(),
                update.own() ? List.of() : added,
                data.tags(),
                data.fields(),
                data.external(),
                note,
                made);
        return new Applied(id, id, after.version(), JSON.writeValueAsString(undo));
    }

    /** What is said with another location is noted there, and goes with it. */
    private @Nullable Long note(long tenant, long customer, List<Long> places, String text) {
        if (!places.isEmpty()) {
            notes.addAll(RecordKind.Location, tenant, List.of(new Owned<>(places.getFirst(), text)));
            return null;
        }
        return notes.addAll(RecordKind.Customer, tenant, List.of(new Owned<>(customer, text)))
                .getFirst();
    }

    /**
     * Takes changes back, the newest first, unless somebody has changed since what they changed; gives why the others stay,
     * by the numbers of their rows.
     */
    Map<Integer, String> takeBack(long tenant, List<DoneRow> rows, RowMemory memory) {
        Map<Integer, String> kept = new HashMap<>();
        customers.lockAll(tenant, rows.stream().map(DoneRow::recordId).collect(Collectors.toSet()));
        for (DoneRow row : rows) {
            Undo undo = JSON.readValue(row.undo(), Undo.class);
            String reason = reasonToKeep(tenant, row, undo, memory);
            if (reason == null) {
                int version = takeBack(tenant, row.recordId(), undo);
                memory.left(row.recordId(), Objects.requireNonNullElse(undo.version(), version), version);
            } else {
                kept.put(row.number(), reason);
            }
        }
        return kept;
    }

    private @Nullable String reasonToKeep(long tenant, DoneRow row, Undo undo, RowMemory memory) {
        Customer now = customers.find(tenant, row.recordId()).orElse(null);
        if (now != null && now.mergedToId() != null) {
            return RecordKind.Customer.mergedInto(now.mergedToId());
        }
        if (now == null || row.version() == null || !memory.areSame(now.id(), row.version(), now.version())) {
            return "It was changed since.";
        }
        if (!contacts.areAsAdded(RecordKind.Customer, tenant, now.id(), undo.contacts())) {
            return "Its contacts were changed since.";
        }
        return use.reasonsToKeepLocations(tenant, undo.locations()).values().stream()
                .findFirst()
                .orElse(null);
    }

    /** Gives the version of the customer then. */
    private int takeBack(long tenant, long customer, Undo undo) {
        undo.contacts().forEach(id -> contacts.remove(RecordKind.Customer, tenant, customer, id, Precondition.NONE));
        if (undo.note() != null) {
            notes.deleteIfThere(RecordKind.Customer, tenant, customer, undo.note());
        }
        locations.deactivateAll(tenant, undo.locations());
        return customers
                .update(
                        tenant,
                        customer,
                        old -> Objects.requireNonNullElse(undo.before(), old),
                        undo.data().back())
                .version();
    }
}

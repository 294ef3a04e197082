package org.callboard.importrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.ParsedAddress;
import org.callboard.customers.Customer;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.details.ContactEntries;
import org.callboard.details.ContactEntry;
import org.callboard.details.Notes;
import org.callboard.details.RecordKind;
import org.callboard.listchoices.Choices.ExternalId;
import org.callboard.listchoices.RowList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The customers on record that rows are compared with, read for all rows of a part in a few statements. */
@Component
class KnownCustomers {

    /**
     * A customer.
     *
     * @param reached its numbers and e-mail addresses
     * @param places where its locations in use are
     * @param notes what is noted of it
     */
    record Known(Customer customer, List<ContactEntry> reached, List<ParsedAddress> places, List<String> notes) {}

    /** What of the customers is needed beside themselves and how they are reached. */
    record Needs(boolean places, boolean notes) {

        static final Needs ALL = new Needs(true, true);
    }

    private final Customers customers;
    private final Locations locations;
    private final ContactEntries contacts;
    private final Notes notes;

    KnownCustomers(Customers customers, Locations locations, ContactEntries contacts, Notes notes) {
        this.customers = customers;
        this.locations = locations;
        this.contacts = contacts;
        this.notes = notes;
    }

    /**
     * Those of the ids that are customers.
     *
     * @param locked whether they are to be kept from change until the transaction ends
     */
    Map<Long, Known> of(long tenant, RowList list, Set<Long> ids, Needs needs, boolean locked) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        if (locked) {
            customers.lockAll(tenant, ids);
        }
        Map<Long, List<ContactEntry>> reached = contacts.byOwner(RecordKind.Customer, tenant, ids);
        Map<Long, List<ParsedAddress>> places = new HashMap<>();
        if (needs.places) {
            locations
                    .addressesOf(tenant, ids)
                    .forEach((id, all) -> places.put(
                            id, all.stream().map(AddressParser::parse).toList()));
        }
        Map<Long, List<String>> noted = needs.notes ? notes.texts(RecordKind.Customer, tenant, ids) : Map.of();
        Map<Long, Known> known = new HashMap<>();
        customers
                .all(tenant, List.copyOf(ids), application(list))
                .forEach(customer -> known.put(
                        customer.id(),
                        new Known(
                                customer,
                                reached.getOrDefault(customer.id(), List.of()),
                                places.getOrDefault(customer.id(), List.of()),
                                noted.getOrDefault(customer.id(), List.of()))));
        return known;
    }

    /** Why a row can't be about a customer; null where it can. */
    static @Nullable String problem(long id, @Nullable Known known) {
        if (known == null) {
            return "There is no customer " + id + ".";
        }
        Customer customer = known.customer;
        if (customer.active()) {
            return null;
        }
        return customer.mergedToId() == null
                ? "Customer " + id + " is not active."
                : "Customer " + id + " was merged into customer " + customer.mergedToId() + ".";
    }

    private static @Nullable UUID application(RowList list) {
        ExternalId external = list.choices().existing().external();
        return external == null ? null : external.application();
    }
}

package org.callboard.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.CustomerType;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.database.Caller;

/** The customers that the company won over two years, with their locations and contacts. */
class DemoCustomers {

    /** Where work can be done. */
    record Place(long customerId, long locationId) {}

    private final Customers customers;
    private final Locations locations;
    private final DemoStore store;

    DemoCustomers(Customers customers, Locations locations, DemoStore store) {
        this.customers = customers;
        this.locations = locations;
        this.store = store;
    }

    /** Creates them, and gives the places of each customer by name. */
    Map<String, List<Place>> create(Lookup lookup, Instant now, Random random) {
        Map<String, List<Place>> places = new HashMap<>();
        Timeline timeline = new Timeline();
        for (DemoText.Row row : DemoText.of("customers")) {
            Caller csr = lookup.csrs().get(random.nextInt(lookup.csrs().size()));
            Instant when = now.minus(Duration.ofMinutes(random.nextLong(9 * 24 * 60, 720 * 24 * 60)));
            timeline.at(when, () -> csr.run(() -> places.put(row.text(0), create(lookup.tenant(), row))));
        }
        timeline.play(now);
        return places;
    }

    private List<Place> create(long tenant, DemoText.Row row) {
        List<ContactDraft> contacts = contacts(row.text(3), row.text(4), row.text(5));
        Address address = Objects.requireNonNull(row.address(6));
        long customer = customers.create(tenant, row.text(0), CustomerType.valueOf(row.text(1)), address, contacts);
        List<Place> places = new ArrayList<>();
        places.add(new Place(customer, locations.create(tenant, customer, row.text(0), address, contacts)));
        for (DemoText.Row further : DemoText.of("locations")) {
            if (further.text(0).equals(row.text(0))) {
                Address there = Objects.requireNonNull(further.address(2));
                places.add(new Place(customer, locations.create(tenant, customer, further.text(1), there, List.of())));
            }
        }
        if (!row.text(2).isEmpty()) {
            store.flag(tenant, customer, row.text(2));
        }
        return places;
    }

    /** Contact entries for those that are not empty. */
    static List<ContactDraft> contacts(String mobile, String phone, String email) {
        List<ContactDraft> contacts = new ArrayList<>();
        add(contacts, ContactType.MobilePhone, mobile);
        add(contacts, ContactType.Phone, phone);
        add(contacts, ContactType.Email, email);
        return contacts;
    }

    private static void add(List<ContactDraft> contacts, ContactType type, String value) {
        if (!value.isEmpty()) {
            contacts.add(new ContactDraft(type, value, null));
        }
    }
}

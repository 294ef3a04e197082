package org.callboard.web.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.customers.Customer;
import org.callboard.customers.Customers;
import org.callboard.customers.Location;
import org.callboard.customers.Locations;
import org.callboard.desk.OpenInquiries;
import org.callboard.details.ContactContent;
import org.callboard.details.ContactEntries;
import org.callboard.details.ContactEntry;
import org.callboard.details.RecordKind;
import org.callboard.jobs.OpenJobs;
import org.callboard.serviceareas.ServiceAreas;
import org.callboard.web.calls.CallerContext.Way;
import org.callboard.web.records.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what is known of the one who asks, with one statement for each part. */
@Component
class CallerModel {

    /** Nobody reads more while they talk. */
    static final int MAX_JOBS = 10;

    private final Customers customers;
    private final Locations locations;
    private final ContactEntries contacts;
    private final CallerStore store;
    private final OpenJobs jobs;
    private final OpenInquiries inquiries;
    private final ServiceAreas areas;

    CallerModel(
            Customers customers,
            Locations locations,
            ContactEntries contacts,
            CallerStore store,
            OpenJobs jobs,
            OpenInquiries inquiries,
            ServiceAreas areas) {
        this.customers = customers;
        this.locations = locations;
        this.contacts = contacts;
        this.store = store;
        this.jobs = jobs;
        this.inquiries = inquiries;
        this.areas = areas;
    }

    /** At one of a customer's locations; NotFound where it is gone. */
    CallerContext ofLocation(long tenant, long id, OpenInquiries.Self self, @Nullable Long call) {
        Location place = locations.get(tenant, id);
        return of(tenant, customers.get(tenant, place.customerId()), place, self, call);
    }

    /** Wherever it may be; NotFound where the customer is gone. */
    CallerContext ofCustomer(long tenant, long id, OpenInquiries.Self self, @Nullable Long call) {
        return of(tenant, customers.get(tenant, id), null, self, call);
    }

    private CallerContext of(
            long tenant, Customer customer, @Nullable Location place, OpenInquiries.Self self, @Nullable Long call) {
        List<Way> ways = ways(tenant, customer.id(), place);
        return new CallerContext(
                customer,
                place,
                place != null && areas.excludes(tenant, place.details().address()),
                ways,
                Part.money("balance", "Balance").say(Part.spelled(customer.balance())),
                jobs.of(tenant, List.of(customer.id()), MAX_JOBS),
                store.lastDone(tenant, customer.id()).orElse(null),
                store.pinned(tenant, customer.id(), place == null ? null : place.id()),
                inquiries.of(
                        tenant,
                        new OpenInquiries.Asking(
                                "",
                                ways.stream()
                                        .map(way -> new ContactDraft(way.type(), way.value(), null))
                                        .toList()),
                        List.of(customer.id()),
                        self),
                call);
    }

    /** Those of the location first: who stands there is reached by them. */
    private List<Way> ways(long tenant, long customer, @Nullable Location place) {
        Stream<ContactEntry> here = place == null ? Stream.of() : entries(RecordKind.Location, tenant, place.id());
        List<Way> ways = new ArrayList<>();
        Stream.concat(here, entries(RecordKind.Customer, tenant, customer))
                .map(ContactEntry::content)
                .filter(entry -> ways.stream().noneMatch(known -> isSame(known, entry)))
                .forEach(entry -> ways.add(new Way(entry.type(), entry.value(), entry.memo())));
        return ways;
    }

    private Stream<ContactEntry> entries(RecordKind kind, long tenant, long owner) {
        return contacts.byOwner(kind, tenant, List.of(owner)).getOrDefault(owner, List.of()).stream();
    }

    private static boolean isSame(Way known, ContactContent entry) {
        return known.value().equals(entry.value()) && Objects.equals(known.memo(), entry.memo());
    }
}

package org.callboard.locations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.callboard.addresses.ContactDraft;
import org.callboard.customers.Customer;
import org.callboard.customers.CustomerDetails;
import org.callboard.customers.Customers;
import org.callboard.customers.NewCustomer;
import org.callboard.locations.LocationRequests.NewLocationModel;
import org.callboard.platform.FieldErrors;
import org.callboard.records.AttachedRequests.AttachedDraft;
import org.callboard.records.Attachments;
import org.callboard.records.Attachments.Part;
import org.callboard.records.ContactEntries;
import org.callboard.records.ContactEntry;
import org.callboard.records.ContactRequests;
import org.callboard.records.Owned;
import org.callboard.records.RecordKind;
import org.callboard.search.LikelyMatches;
import org.callboard.search.LikelyMatches.Probe;
import org.callboard.tenants.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates a customer with its locations, all or nothing, in a number of statements that does not depend on how many there
 * are. It stands here and not with the customers because a location knows its customer and not the other way round.
 */
@Service
public class CreateCustomer {

    /** What was created, and the ids of customers that it may be a second time. */
    public record Created(
            Customer customer,
            List<ContactEntry> contacts,
            List<Location> locations,
            Map<Long, List<ContactEntry>> locationContacts,
            List<Long> possibleDuplicates) {}

    private final Customers customers;
    private final Locations locations;
    private final Attachments attached;
    private final ContactEntries contacts;
    private final LikelyMatches likely;
    private final Tenants tenants;

    CreateCustomer(
            Customers customers,
            Locations locations,
            Attachments attached,
            ContactEntries contacts,
            LikelyMatches likely,
            Tenants tenants) {
        this.customers = customers;
        this.locations = locations;
        this.attached = attached;
        this.contacts = contacts;
        this.likely = likely;
        this.tenants = tenants;
    }

    /** Creates what a request asks for; 400 names every wrong field, beside what was noted before. */
    @Transactional
    public Created create(long tenant, CreateCustomerRequest request, FieldErrors noted) {
        FieldErrors errors = new FieldErrors();
        attached.check(tenant, parts(request), errors);
        noted.addMissing(errors).throwIfAny();
        return create(tenant, read(request, tenants.get(tenant).region()));
    }

    private static List<Part> parts(CreateCustomerRequest request) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(RecordKind.Customer, "", request.attached()));
        List<? extends @Nullable NewLocationModel> places = request.locations();
        for (int i = 0; places != null && i < places.size(); i++) {
            NewLocationModel place = places.get(i);
            if (place != null) {
                parts.add(new Part(RecordKind.Location, "locations[" + i + "].", place.attached()));
            }
        }
        return parts;
    }

    private Created create(long tenant, Complete complete) {
        CustomerDetails details = complete.customer().details();
        AttachedDraft attachments = complete.customer().attached();
        List<NewLocation> places = complete.locations();
        List<Probe> probes = new ArrayList<>();
        probes.add(
                Probe.of(details.name(), details.address(), complete.customer().contacts()));
        places.forEach(
                place -> probes.add(Probe.of(details.name(), place.details().address(), place.contacts())));
        List<Long> duplicates = likely.duplicates(tenant, probes, null);
        long id = customers.createAll(tenant, List.of(complete.customer())).getFirst();
        List<Long> ids = locations.createAll(tenant, id, places);
        UUID application = application(attachments, places);
        return new Created(
                customers.get(tenant, id, application),
                contacts.byOwner(RecordKind.Customer, tenant, List.of(id)).getOrDefault(id, List.of()),
                locations.all(tenant, ids, application),
                contacts.byOwner(RecordKind.Location, tenant, ids),
                duplicates);
    }

    /** A customer that is to be created, complete. */
    public record Complete(NewCustomer customer, List<NewLocation> locations) {}

    /** What a request asks for that was found right, to be created with others. */
    public static Complete read(CreateCustomerRequest request, String region) {
        List<NewLocation> places = Objects.requireNonNullElse(request.locations(), List.<NewLocationModel>of()).stream()
                .map(location -> location.toNew(region))
                .toList();
        List<ContactDraft> entries = ContactRequests.drafts(request.contacts(), region);
        return new Complete(new NewCustomer(request.details(), request.attached(), entries), places);
    }

    /** Creates many customers that were checked, with their locations, and gives the customers' ids in their order. */
    @Transactional
    public List<Long> createAll(long tenant, List<Complete> all) {
        List<Long> ids =
                customers.createAll(tenant, all.stream().map(Complete::customer).toList());
        List<Owned<NewLocation>> places = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            long customer = ids.get(i);
            all.get(i).locations().forEach(location -> places.add(new Owned<>(customer, location)));
        }
        locations.createAll(tenant, places);
        return ids;
    }

    /** A request comes from one application: the first that it names is the one whose data the reply shows. */
    private static @Nullable UUID application(AttachedDraft attachments, List<NewLocation> places) {
        if (attachments.application() != null) {
            return attachments.application();
        }
        return places.stream()
                .flatMap(place -> Optional.ofNullable(place.attached().application()).stream())
                .findFirst()
                .orElse(null);
    }
}

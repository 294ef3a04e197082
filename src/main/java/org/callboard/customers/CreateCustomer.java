package org.callboard.customers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.callboard.addresschecks.AddressProblems;
import org.callboard.customers.CustomerRequests.CreateCustomerRequest;
import org.callboard.customers.LocationRequests.CreateLocationRequest;
import org.callboard.details.ContactEntries;
import org.callboard.details.ContactEntry;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.CustomDataEntries.Part;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.details.NewRecord;
import org.callboard.details.Owned;
import org.callboard.details.RecordKind;
import org.callboard.matches.LikelyMatches;
import org.callboard.matches.LikelyMatches.Probe;
import org.callboard.requests.RequestReader;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.Submission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates a customer with its locations, all or nothing, in a number of statements that does not depend on how many there
 * are, and further locations of one that is there.
 */
@Service
public class CreateCustomer {

    /** A customer that is to be created, complete. */
    public record Complete(
            @Valid NewRecord<CustomerDetails> customer,

            @NotEmpty(message = "At least one location is required.") @Size(max = 200)
            List<@Valid NewRecord<LocationDetails>> locations) {}

    /** What was created, and the ids of customers that it may be a second time. */
    public record Created(
            Customer customer,
            List<ContactEntry> contacts,
            List<Location> locations,
            Map<Long, List<ContactEntry>> locationContacts,
            List<Long> possibleDuplicates,
            AddressProblems addressProblems) {}

    public record CreatedLocation(
            Location location,
            List<ContactEntry> contacts,
            List<Long> possibleDuplicates,
            AddressProblems addressProblems) {}

    private final Customers customers;
    private final Locations locations;
    private final CustomDataEntries customData;
    private final ContactEntries contacts;
    private final LikelyMatches likely;
    private final RequestReader details;

    CreateCustomer(
            Customers customers,
            Locations locations,
            CustomDataEntries customData,
            ContactEntries contacts,
            LikelyMatches likely,
            RequestReader details) {
        this.customers = customers;
        this.locations = locations;
        this.customData = customData;
        this.contacts = contacts;
        this.likely = likely;
        this.details = details;
    }

    /** Creates what a request asks for; Invalid names every wrong field. */
    @Transactional
    Created create(long tenant, Submission<CreateCustomerRequest> sent) {
        CreateCustomerRequest request = sent.request();
        checkData(tenant, request.customData(), request.ofLocations(), sent.noted());
        return make(tenant, request.toComplete());
    }

    /** Creates a customer; Invalid names every wrong field by its path in a request, beside what was noted before. */
    @Transactional
    public Created create(long tenant, Complete complete, FieldErrors noted) {
        details.checkDetails(complete, noted);
        List<CustomDataDraft> places =
                complete.locations().stream().map(NewRecord::customData).toList();
        checkData(tenant, complete.customer().customData(), places, noted);
        return make(
                tenant,
                new Complete(
                        complete.customer(),
                        complete.locations().stream()
                                .map(place -> locations.told(tenant, place))
                                .toList()));
    }

    /** Invalid names what is wrong with tags and custom fields by their paths in a request, beside what was noted before. */
    public void checkData(long tenant, CustomDataDraft customer, List<CustomDataDraft> places, FieldErrors noted) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(RecordKind.Customer, "", customer));
        for (int i = 0; i < places.size(); i++) {
            parts.add(new Part(RecordKind.Location, "locations[" + i + "].", places.get(i)));
        }
        customData.check(tenant, parts, noted);
    }

    private Created make(long tenant, Complete complete) {
        NewRecord<CustomerDetails> customer = complete.customer();
        String name = customer.details().name();
        List<Probe> probes = new ArrayList<>();
        probes.add(Probe.of(name, customer.details().address(), customer.contacts()));
        complete.locations()
                .forEach(place -> probes.add(Probe.of(name, place.details().address(), place.contacts())));
        List<Long> duplicates = likely.duplicates(tenant, probes, null);
        long id = customers.createAll(tenant, List.of(customer)).getFirst();
        Locations.Made created = locations.createAll(
                tenant,
                complete.locations().stream()
                        .map(place -> new Owned<>(id, place))
                        .toList());
        List<Long> ids = created.ids();
        // a request comes from one application: the first that it names is the one whose data the reply shows
        UUID application = Stream.concat(Stream.of(customer), complete.locations().stream())
                .map(made -> made.customData().application())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Customer made = customers.get(tenant, id, application);
        List<Location> places = locations.all(tenant, ids, application);
        return new Created(
                made,
                contacts.byOwner(RecordKind.Customer, tenant, List.of(id)).getOrDefault(id, List.of()),
                places,
                contacts.byOwner(RecordKind.Location, tenant, ids),
                duplicates,
                addressProblems(tenant, made, created));
    }

    private AddressProblems addressProblems(long tenant, Customer customer, Locations.Made places) {
        AddressProblems problems = new AddressProblems().add("address", customers.addressProblems(tenant, customer));
        for (int i = 0; i < places.ids().size(); i++) {
            problems.add(
                    "locations[" + i + "].address",
                    places.problems().getOrDefault(places.ids().get(i), List.of()));
        }
        return problems;
    }

    /** Creates many customers that were checked, with their locations, and gives the customers' ids in their order. */
    @Transactional
    public List<Long> createAll(long tenant, List<Complete> all) {
        List<Long> ids =
                customers.createAll(tenant, all.stream().map(Complete::customer).toList());
        List<Owned<NewRecord<LocationDetails>>> places = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            long customer = ids.get(i);
            all.get(i).locations().forEach(location -> places.add(new Owned<>(customer, location)));
        }
        locations.createAll(tenant, places);
        return ids;
    }

    /** Creates another location; Invalid names every wrong field, Conflict for a customer that is unknown or not active. */
    @Transactional
    CreatedLocation createLocation(long tenant, Submission<CreateLocationRequest> sent) {
        CreateLocationRequest request = sent.request();
        customData.check(
                tenant,
                List.of(new Part(RecordKind.Location, "", request.model().customData())),
                sent.noted());
        return make(tenant, request.customerId(), request.model().toNew());
    }

    /** The same; Invalid names the fields by their paths in a request, beside what was noted before. */
    @Transactional
    public CreatedLocation createLocation(
            long tenant, long customer, NewRecord<LocationDetails> place, FieldErrors noted) {
        details.checkDetails(place, noted);
        customData.check(tenant, List.of(new Part(RecordKind.Location, "", place.customData())), noted);
        return make(tenant, customer, locations.told(tenant, place));
    }

    private CreatedLocation make(long tenant, long customer, NewRecord<LocationDetails> place) {
        LocationDetails said = place.details();
        String owner = locations.requireCustomer(tenant, customer).details().name();
        List<Probe> probes = List.of(
                Probe.of(owner, said.address(), place.contacts()), Probe.of(said.name(), said.address(), List.of()));
        List<Long> duplicates = likely.duplicates(tenant, probes, customer);
        Locations.Made created = locations.createAll(tenant, List.of(new Owned<>(customer, place)));
        long id = created.ids().getFirst();
        Location made = locations.get(tenant, id, place.customData().application());
        return new CreatedLocation(
                made,
                contacts.byOwner(RecordKind.Location, tenant, List.of(id)).getOrDefault(id, List.of()),
                duplicates,
                new AddressProblems().add("address", created.problems().getOrDefault(id, List.of())));
    }
}

package org.callboard.customers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.Likeness;
import org.callboard.addresses.ParsedAddress;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.details.ContactEntries;
import org.callboard.details.NewRecord;
import org.callboard.details.Owned;
import org.callboard.details.RecordKind;
import org.callboard.requests.RequestReader;
import org.callboard.validation.FieldErrors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a customer on record what was typed by somebody who took them for a new one. */
@Service
public class AddToCustomer {

    /** What was typed, but for what the customer is called. */
    public record More(
            @Size(max = 50) List<@Valid ContactDraft> contacts,
            @Size(max = 200) List<@Valid NewRecord<LocationDetails>> locations) {}

    /** How many the customer did not have. */
    public record Added(int contacts, int locations) {}

    private final Customers customers;
    private final Locations locations;
    private final CreateCustomer creation;
    private final ContactEntries contacts;
    private final RequestReader details;

    AddToCustomer(
            Customers customers,
            Locations locations,
            CreateCustomer creation,
            ContactEntries contacts,
            RequestReader details) {
        this.customers = customers;
        this.locations = locations;
        this.creation = creation;
        this.contacts = contacts;
        this.details = details;
    }

    /**
     * Adds the contacts and locations that the customer does not have. A location at the address of one that is there is that
     * one, and gets the contacts that it lacks. Invalid names every wrong field by its path in {@link More}, beside what was
     * noted before; NotFound where there is no such customer, Conflict where it is not active.
     */
    @Transactional
    public Added add(long tenant, long id, More more, FieldErrors noted) {
        customers.getActive(tenant, id);
        details.checkDetails(more, noted);
        List<NewRecord<LocationDetails>> missing = new ArrayList<>();
        List<Owned<ContactDraft>> ofPlaces = new ArrayList<>();
        List<Known> known = more.locations().isEmpty() ? List.of() : known(tenant, id);
        for (NewRecord<LocationDetails> place : more.locations()) {
            Optional<Known> there = known.stream()
                    .filter(one -> one.address.compare(place.details().address()) == Likeness.Same)
                    .findFirst();
            there.ifPresent(one -> place.contacts().forEach(contact -> ofPlaces.add(new Owned<>(one.id, contact))));
            if (there.isEmpty()) {
                missing.add(place);
            }
        }
        creation.checkPlaces(tenant, missing, noted);
        List<ContactDraft> all = new ArrayList<>(more.contacts());
        more.locations().forEach(place -> all.addAll(place.contacts()));
        int added = customers.addMissingContacts(tenant, id, all).size();
        ofPlaces.stream().map(Owned::owner).distinct().sorted().forEach(one -> locations.lockWithCustomer(tenant, one));
        contacts.addMissing(RecordKind.Location, tenant, ofPlaces);
        locations.createAll(
                tenant, missing.stream().map(place -> new Owned<>(id, place)).toList());
        return new Added(added, missing.size());
    }

    private List<Known> known(long tenant, long id) {
        return locations.ofCustomer(tenant, id).stream()
                .map(one ->
                        new Known(one.id(), AddressParser.parse(one.details().address())))
                .toList();
    }

    /** A location that the customer has. */
    private record Known(long id, ParsedAddress address) {}
}

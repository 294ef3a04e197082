package org.callboard.desk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.Limits.Name;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.customers.CreateCustomer;
import org.callboard.customers.Customer;
import org.callboard.customers.CustomerDetails;
import org.callboard.customers.CustomerType;
import org.callboard.customers.Customers;
import org.callboard.customers.Location;
import org.callboard.customers.LocationDetails;
import org.callboard.customers.LocationDetails.CoordinatesSource;
import org.callboard.customers.LocationDetails.VerificationStatus;
import org.callboard.customers.Locations;
import org.callboard.database.RecordShape;
import org.callboard.desk.Additions.Piece;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.details.NewRecord;
import org.callboard.details.Owned;
import org.callboard.details.RecordKind;
import org.callboard.refusals.RefusalCode;
import org.callboard.requests.RequestReader;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a customer on record what was typed by somebody who took them for a new one. What is new is added, what differs from
 * what stands waits for a choice, and nothing is overwritten by itself.
 */
@Service
public class AddToCustomer {

    /** What was typed; null where nothing was. A location without a name of its own has that of the customer on record. */
    public record Typed(
            @Name @Nullable String name,
            @Nullable CustomerType type,
            @Valid @Nullable Address address,
            @Nullable Coordinates coordinates,
            boolean doNotMail,
            boolean doNotService,
            @Valid CustomDataDraft customData,
            @Size(max = 50) List<@Valid ContactDraft> contacts,
            @Size(max = 200) List<@Valid NewRecord<LocationDetails>> locations) {

        /** How somebody is reached, and where. */
        public static Typed of(List<ContactDraft> contacts, List<NewRecord<LocationDetails>> locations) {
            return new Typed(null, null, null, null, false, false, CustomDataDraft.NONE, contacts, locations);
        }
    }

    /**
     * What somebody decided who saw what would become of it.
     *
     * @param chosen the keys of the pieces that take the place of what stands
     * @param seen what they saw; null where they need not have
     */
    public record Decision(Set<String> chosen, @Nullable String seen) {}

    /** What was done, and the customer's locations that were typed, in their order. */
    public record Added(Additions additions, List<Long> places) {}

    private final Customers customers;
    private final Locations locations;
    private final CreateCustomer creation;
    private final TypedDetails typedDetails;
    private final RequestReader details;

    AddToCustomer(
            Customers customers,
            Locations locations,
            CreateCustomer creation,
            TypedDetails typedDetails,
            RequestReader details) {
        this.customers = customers;
        this.locations = locations;
        this.creation = creation;
        this.typedDetails = typedDetails;
        this.details = details;
    }

    /** What would become of it all. NotFound where there is no such customer, Conflict where it is not active. */
    @Transactional(readOnly = true)
    public Additions preview(long tenant, long id, Typed typed, Set<String> chosen) {
        Comparison said = new Comparison(chosen);
        compare(tenant, customers.getActive(tenant, id), typed, said, new ArrayList<>());
        return said.additions();
    }

    /**
     * Does it. A location at the address of one that is there is that one. Invalid names every wrong field by its path in
     * {@link Typed}, beside what was noted before; NotFound and Conflict as above, and CHANGED_MEANWHILE where it is not what
     * was seen any more; then nothing is added.
     */
    @Transactional
    public Added add(long tenant, long id, Typed typed, Decision decision, FieldErrors noted) {
        Customer customer = customers.lock(tenant, id);
        RecordKind.Customer.requireActive(customer);
        details.checkDetails(typed, noted);
        creation.checkData(
                tenant,
                typed.customData(),
                typed.locations().stream().map(NewRecord::customData).toList(),
                noted);
        Comparison said = new Comparison(decision.chosen());
        List<Long> places = new ArrayList<>();
        compare(tenant, customer, typed, said, places);
        Additions additions = said.additions();
        if (decision.seen() != null && !decision.seen().equals(additions.seen())) {
            throw RefusalCode.CHANGED_MEANWHILE.refuse(
                    "What would be added has changed since you saw it, here or on record."
                            + " Nothing is added yet; look once more.");
        }
        said.run();
        return new Added(additions, places);
    }

    private void compare(long tenant, Customer customer, Typed typed, Comparison said, List<Long> places) {
        CustomerDetails now = settled(customer.details(), typed, said);
        said.then(() -> customers.update(tenant, customer.id(), old -> now));
        typedDetails.of(tenant, RecordKind.Customer, customer, typed.customData(), typed.contacts(), said);
        List<Location> known = typed.locations().isEmpty() ? List.of() : locations.ofCustomer(tenant, customer.id());
        for (NewRecord<LocationDetails> place : typed.locations()) {
            Location there = there(known, place.details().address());
            if (there != null) {
                same(tenant, customer, there, place, said);
                said.then(() -> places.add(there.id()));
            } else {
                other(tenant, customer, place, said, places);
            }
        }
    }

    /** The location at this address; rather the one that has its unit than one that has none. */
    private static @Nullable Location there(List<Location> known, Address typed) {
        String key = AddressParser.parse(typed).standardKey();
        return known.stream()
                .filter(one -> new PlaceOnRecord(one.details().address(), null).isAt(typed))
                .min(Comparator.comparing(
                        one -> !AddressParser.parse(one.details().address())
                                .standardKey()
                                .equals(key)))
                .orElse(null);
    }

    private static CustomerDetails settled(CustomerDetails old, Typed typed, Comparison said) {
        String name = said.settle(Piece.NAME, typed.name(), old.name(), text -> text);
        CustomerType type = said.settle(Piece.TYPE, typed.type(), old.type(), CustomerType::name);
        boolean doNotMail =
                said.settle(Piece.DO_NOT_MAIL, flag(typed.doNotMail()), old.doNotMail(), AddToCustomer::yes);
        boolean doNotService =
                said.settle(Piece.DO_NOT_SERVICE, flag(typed.doNotService()), old.doNotService(), AddToCustomer::yes);
        PlaceOnRecord place =
                new PlaceOnRecord(old.address(), old.coordinates()).settled(typed.address(), typed.coordinates(), said);
        return new CustomerDetails(
                name,
                type,
                place.address(),
                place.point(),
                doNotMail,
                doNotService,
                old.nationalAccount(),
                old.taxExempt(),
                old.paymentTermId(),
                old.creditLimit(),
                old.creditLimitBalance());
    }

    private void same(
            long tenant, Customer customer, Location there, NewRecord<LocationDetails> typed, Comparison said) {
        String stands = there.details().address().withCountry();
        said.at(stands);
        said.there(
                Piece.LOCATION,
                Piece.LOCATION.label(),
                typed.details().address().withCountry(),
                stands);
        said.then(() -> locations.lockWithCustomer(tenant, there.id()));
        LocationDetails old = there.details();
        String name = said.settle(Piece.LOCATION_NAME, named(typed, customer), old.name(), text -> text);
        LocationDetails now = RecordShape.with(placed(old, typed.details(), said), "name", name);
        if (!now.equals(old)) {
            said.then(() -> locations.update(tenant, there.id(), owner -> owner, before -> now));
        }
        typedDetails.of(tenant, RecordKind.Location, there, typed.customData(), typed.contacts(), said);
    }

    /** The point comes with who named it, and how far it was checked. */
    private static LocationDetails placed(LocationDetails old, LocationDetails typed, Comparison said) {
        PlaceOnRecord place =
                new PlaceOnRecord(old.address(), old.coordinates()).filled(typed.address(), typed.coordinates(), said);
        LocationDetails moved = old.moved(place.address());
        CoordinatesSource source = typed.coordinatesSource();
        VerificationStatus status = typed.coordinatesVerificationStatus();
        return source == null || status == null || Objects.equals(place.point(), old.coordinates())
                ? moved
                : moved.moved(place.address(), place.point(), source, status);
    }

    private void other(
            long tenant, Customer customer, NewRecord<LocationDetails> typed, Comparison said, List<Long> places) {
        String line = typed.details().address().withCountry();
        said.at(line);
        said.takes(Piece.LOCATION, Piece.LOCATION.label(), line, null);
        String name = named(typed, customer);
        if (name != null) {
            said.takes(Piece.LOCATION_NAME, Piece.LOCATION_NAME.label(), name, null);
        }
        said.settle(typed.details().coordinates(), null);
        typedDetails.ofNew(tenant, RecordKind.Location, typed, said);
        said.then(() -> {
            NewRecord<LocationDetails> place = locations.told(tenant, typed);
            places.addAll(locations
                    .createAll(tenant, List.of(new Owned<>(customer.id(), place)))
                    .ids());
        });
    }

    /** What somebody called the location; null where nobody did, and so it has the customer's name. */
    private static @Nullable String named(NewRecord<LocationDetails> typed, Customer customer) {
        String name = typed.details().name();
        return name.equals(customer.details().name()) ? null : name;
    }

    /** A box that is not ticked says nothing. */
    private static @Nullable Boolean flag(boolean ticked) {
        return ticked ? Boolean.TRUE : null;
    }

    private static String yes(boolean yes) {
        return yes ? "Yes" : "";
    }
}

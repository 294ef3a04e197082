package org.callboard.customers;

import java.util.List;
import org.callboard.access.Tenants;
import org.callboard.customers.LocationRequests.CreateLocationRequest;
import org.callboard.customers.LocationRequests.NewLocationModel;
import org.callboard.details.ContactEntries;
import org.callboard.details.ContactEntry;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.CustomDataRequests.AttachedDraft;
import org.callboard.details.RecordKind;
import org.callboard.requests.RequestReader;
import org.callboard.search.LikelyMatches;
import org.callboard.search.LikelyMatches.Probe;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.Submission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates a location of a customer that is there already. */
@Service
public class CreateLocation {

    public record Created(Location location, List<ContactEntry> contacts, List<Long> possibleDuplicates) {}

    private final Locations locations;
    private final UpdateLocation owners;
    private final CustomDataEntries attached;
    private final ContactEntries contacts;
    private final LikelyMatches likely;
    private final Tenants tenants;
    private final RequestReader details;

    CreateLocation(
            Locations locations,
            UpdateLocation owners,
            CustomDataEntries attached,
            ContactEntries contacts,
            LikelyMatches likely,
            Tenants tenants,
            RequestReader details) {
        this.locations = locations;
        this.owners = owners;
        this.attached = attached;
        this.contacts = contacts;
        this.likely = likely;
        this.tenants = tenants;
        this.details = details;
    }

    /** 400 names every wrong field; 409 for a customer that is unknown or not active. */
    @Transactional
    Created create(long tenant, Submission<CreateLocationRequest> sent) {
        NewLocationModel model = sent.request().model();
        check(tenant, model.attached(), sent.noted());
        return make(
                tenant,
                sent.request().customerId(),
                model.toNew(tenants.get(tenant).region()));
    }

    /** The same; 400 names the fields by their paths in a request, beside what was noted before. */
    @Transactional
    public Created create(long tenant, long customer, NewLocation place, FieldErrors noted) {
        details.checkDetails(place, noted);
        check(tenant, place.attached(), noted);
        return make(tenant, customer, place);
    }

    private void check(long tenant, AttachedDraft draft, FieldErrors noted) {
        FieldErrors errors = new FieldErrors();
        attached.check(tenant, List.of(new CustomDataEntries.Part(RecordKind.Location, "", draft)), errors);
        noted.addMissing(errors).throwIfAny();
    }

    private Created make(long tenant, long customer, NewLocation place) {
        LocationDetails said = place.details();
        String owner = owners.requireCustomer(tenant, customer).details().name();
        List<Probe> probes = List.of(
                Probe.of(owner, said.address(), place.contacts()), Probe.of(said.name(), said.address(), List.of()));
        List<Long> duplicates = likely.duplicates(tenant, probes, customer);
        long id = locations.createAll(tenant, customer, List.of(place)).getFirst();
        return new Created(
                locations.get(tenant, id, place.attached().application()),
                contacts.byOwner(RecordKind.Location, tenant, List.of(id)).getOrDefault(id, List.of()),
                duplicates);
    }
}

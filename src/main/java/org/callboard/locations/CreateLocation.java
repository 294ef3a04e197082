package org.callboard.locations;

import java.util.List;
import java.util.Objects;
import org.callboard.locations.LocationRequests.CreateLocationRequest;
import org.callboard.locations.LocationRequests.NewLocationModel;
import org.callboard.platform.FieldErrors;
import org.callboard.records.Attachments;
import org.callboard.records.ContactEntries;
import org.callboard.records.ContactEntry;
import org.callboard.records.RecordKind;
import org.callboard.search.LikelyMatches;
import org.callboard.search.LikelyMatches.Probe;
import org.callboard.tenants.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates a location of a customer that is there already. */
@Service
public class CreateLocation {

    public record Created(Location location, List<ContactEntry> contacts, List<Long> possibleDuplicates) {}

    private final Locations locations;
    private final UpdateLocation owners;
    private final Attachments attached;
    private final ContactEntries contacts;
    private final LikelyMatches likely;
    private final Tenants tenants;

    CreateLocation(
            Locations locations,
            UpdateLocation owners,
            Attachments attached,
            ContactEntries contacts,
            LikelyMatches likely,
            Tenants tenants) {
        this.locations = locations;
        this.owners = owners;
        this.attached = attached;
        this.contacts = contacts;
        this.likely = likely;
        this.tenants = tenants;
    }

    /** 400 names every wrong field, beside what was noted before; 409 a customer that is unknown or not active. */
    @Transactional
    public Created create(long tenant, CreateLocationRequest request, FieldErrors noted) {
        NewLocationModel model = request.model();
        FieldErrors errors = new FieldErrors();
        attached.check(tenant, List.of(new Attachments.Part(RecordKind.Location, "", model.attached())), errors);
        noted.addMissing(errors).throwIfAny();
        NewLocation place = model.toNew(tenants.get(tenant).region());
        long customer = Objects.requireNonNull(request.customerId());
        LocationDetails details = place.details();
        String owner = owners.requireCustomer(tenant, customer).details().name();
        List<Probe> probes = List.of(
                Probe.of(owner, details.address(), place.contacts()),
                Probe.of(details.name(), details.address(), List.of()));
        List<Long> duplicates = likely.duplicates(tenant, probes, customer);
        long id = locations.createAll(tenant, customer, List.of(place)).getFirst();
        return new Created(
                locations.get(tenant, id, place.attached().application()),
                contacts.byOwner(RecordKind.Location, tenant, List.of(id)).getOrDefault(id, List.of()),
                duplicates);
    }
}

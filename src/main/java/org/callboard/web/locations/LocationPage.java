package org.callboard.web.locations;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.callboard.customers.Customer;
import org.callboard.customers.Customers;
import org.callboard.customers.Location;
import org.callboard.customers.LocationOwnerStore;
import org.callboard.customers.Locations;
import org.callboard.details.RecordKind;
import org.callboard.settings.Technicians;
import org.callboard.web.records.Details;
import org.callboard.web.records.OpenRecord;
import org.callboard.web.records.RecordPage;
import org.callboard.web.records.Values;
import org.springframework.stereotype.Component;

/** What the shared parts of a page need of a location. */
@Component
class LocationPage implements RecordPage<Location> {

    /** @param owners whose it was and is */
    record Own(Location location, List<LocationOwnerStore.Owner> owners, PlaceCheck check) {}

    private final Locations locations;
    private final LocationOwnerStore owners;
    private final Customers customers;
    private final Technicians technicians;
    private final PlaceChecks checks;

    LocationPage(
            Locations locations,
            LocationOwnerStore owners,
            Customers customers,
            Technicians technicians,
            PlaceChecks checks) {
        this.locations = locations;
        this.owners = owners;
        this.customers = customers;
        this.technicians = technicians;
        this.checks = checks;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.Location;
    }

    @Override
    public Location get(long tenant, long id) {
        return locations.get(tenant, id);
    }

    @Override
    public OpenRecord open(long tenant, Location location) {
        Customer owner = customers.get(tenant, location.customerId());
        OpenRecord.Ref survivor = Optional.ofNullable(location.mergedToId())
                .flatMap(other -> locations.find(tenant, other))
                .map(other -> new OpenRecord.Ref(other.id(), other.details().name()))
                .orElse(null);
        return new OpenRecord(
                RecordKind.Location,
                location.id(),
                location.details().name(),
                location.active(),
                owner.details().doNotService(),
                new OpenRecord.Ref(owner.id(), owner.details().name()),
                survivor,
                LocationFields.of(location, technicians.all(tenant)),
                location.customData());
    }

    @Override
    public Own own(long tenant, Location location, OpenRecord open) {
        String owner = Objects.requireNonNull(open.owner()).name();
        return new Own(location, owners.of(tenant, location, owner), checks.of(tenant, location));
    }

    @Override
    public void save(long tenant, long id, String field, UnaryOperator<Values> change) {
        if (field.equals(LocationFields.TECHNICIAN)) {
            locations.preferTechnician(
                    tenant,
                    id,
                    old -> Optional.of(change.apply(Values.of(old.orElse(null))))
                            .map(Values::text)
                            .filter(text -> !text.isEmpty())
                            .map(Long::valueOf));
        } else {
            locations.update(tenant, id, owner -> owner, old -> Details.change(old, field, change));
        }
    }

    @Override
    public void activate(long tenant, long id, boolean active) {
        locations.activate(tenant, id, active);
    }
}

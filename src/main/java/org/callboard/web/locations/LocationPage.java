package org.callboard.web.locations;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.callboard.customers.Customer;
import org.callboard.customers.Customers;
import org.callboard.customers.Location;
import org.callboard.customers.LocationDetails;
import org.callboard.customers.Locations;
import org.callboard.customers.UpdateLocation;
import org.callboard.details.RecordKind;
import org.callboard.settings.Technicians;
import org.callboard.web.records.OpenRecord;
import org.callboard.web.records.RecordPage;
import org.callboard.web.records.Values;
import org.springframework.stereotype.Component;

/** What the shared parts of a page need of a location. */
@Component
class LocationPage implements RecordPage {

    private final Locations locations;
    private final UpdateLocation update;
    private final Customers customers;
    private final Technicians technicians;

    LocationPage(Locations locations, UpdateLocation update, Customers customers, Technicians technicians) {
        this.locations = locations;
        this.update = update;
        this.customers = customers;
        this.technicians = technicians;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.Location;
    }

    @Override
    public OpenRecord open(long tenant, long id) {
        return open(tenant, locations.get(tenant, id));
    }

    OpenRecord open(long tenant, Location location) {
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
                location.attached());
    }

    @Override
    public void save(long tenant, long id, String field, UnaryOperator<Values> change) {
        if (field.equals(LocationFields.TECHNICIAN)) {
            update.preferTechnician(
                    tenant,
                    id,
                    old -> Optional.of(change.apply(Values.of(old.orElse(null))))
                            .map(Values::text)
                            .filter(text -> !text.isEmpty())
                            .map(Long::valueOf));
        } else {
            update.update(tenant, id, owner -> owner, old -> changed(old, field, change));
        }
    }

    private static LocationDetails changed(LocationDetails old, String field, UnaryOperator<Values> change) {
        Values before = LocationFields.read(old, field);
        Values after = change.apply(before);
        return after.equals(before) ? old : LocationFields.with(old, field, after);
    }

    @Override
    public void activate(long tenant, long id, boolean active) {
        locations.activate(tenant, id, active);
    }
}

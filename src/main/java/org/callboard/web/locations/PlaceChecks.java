package org.callboard.web.locations;

import org.callboard.access.Tenants;
import org.callboard.addresschecks.LocationChecks;
import org.callboard.customers.Location;
import org.callboard.customers.Locations;
import org.springframework.stereotype.Component;

/** Tells what is thought of the addresses of locations, as they stand. */
@Component
class PlaceChecks {

    private final Locations locations;
    private final LocationChecks checks;
    private final Tenants tenants;

    PlaceChecks(Locations locations, LocationChecks checks, Tenants tenants) {
        this.locations = locations;
        this.checks = checks;
        this.tenants = tenants;
    }

    PlaceCheck of(long tenant, Location location) {
        return PlaceCheck.of(
                location,
                locations.addressProblems(tenant, location),
                checks.saidRight(tenant, location.place()).orElse(null),
                tenants.get(tenant).region());
    }
}

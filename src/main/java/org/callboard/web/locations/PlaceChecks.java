package org.callboard.web.locations;

import org.callboard.addresschecks.LocationChecks;
import org.callboard.customers.Location;
import org.springframework.stereotype.Component;

/** Tells what is thought of the addresses of locations, as they stand. */
@Component
class PlaceChecks {

    private final LocationChecks checks;

    PlaceChecks(LocationChecks checks) {
        this.checks = checks;
    }

    PlaceCheck of(long tenant, Location location) {
        return PlaceCheck.of(location, checks.look(tenant, location.place()));
    }
}

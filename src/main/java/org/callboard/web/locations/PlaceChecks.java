package org.callboard.web.locations;

import org.callboard.addresschecks.LocationChecks;
import org.callboard.customers.Location;
import org.callboard.customers.Locations;
import org.callboard.web.addresses.AddressMap;
import org.springframework.stereotype.Component;

/** Tells what is thought of the addresses of locations, as they stand. */
@Component
class PlaceChecks {

    private final LocationChecks checks;
    private final Locations locations;

    PlaceChecks(LocationChecks checks, Locations locations) {
        this.checks = checks;
        this.locations = locations;
    }

    PlaceCheck of(long tenant, Location location) {
        return PlaceCheck.of(
                location, checks.look(tenant, location.place()), locations.near(tenant, location, AddressMap.NEAR_KM));
    }
}

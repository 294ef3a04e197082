package org.callboard.addresschecks;

import java.util.List;
import java.util.Objects;
import org.callboard.addresschecks.LocationChecks.Place;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.understanding.RereadableStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The addresses of locations, which are checked again with what the program knows by now. */
@Repository
class RereadPlaceStore extends RereadableStore {

    private final LocationChecks checks;

    RereadPlaceStore(JdbcClient jdbc, LocationChecks checks) {
        super(jdbc, "addresses of locations", "location", "id", "true");
        this.checks = checks;
    }

    @Override
    public List<Long> reread(long tenant, List<Long> ids, boolean waiting) {
        List<Place> places = locked(
                "id, street, unit, city, state, zip, country, latitude, longitude",
                tenant,
                ids,
                waiting,
                (row, number) -> new Place(
                        row.getLong("id"),
                        Objects.requireNonNull(Address.read(row)),
                        Coordinates.of(
                                row.getObject("latitude", Double.class), row.getObject("longitude", Double.class))));
        checks.check(tenant, places);
        return places.stream().map(Place::location).toList();
    }
}

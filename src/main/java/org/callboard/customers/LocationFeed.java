package org.callboard.customers;

import java.util.Collection;
import java.util.List;
import org.callboard.changes.EntityKind;
import org.callboard.changes.FeedSource;
import org.callboard.customers.LocationJson.LocationResponse;
import org.springframework.stereotype.Component;

/** Locations as feeds give them out, inactive ones too. */
@Component
public class LocationFeed implements FeedSource<LocationResponse> {

    private final LocationStore store;

    LocationFeed(LocationStore store) {
        this.store = store;
    }

    @Override
    public EntityKind kind() {
        return EntityKind.LOCATION;
    }

    @Override
    public long id(LocationResponse shape) {
        return shape.id();
    }

    @Override
    public List<LocationResponse> byIds(long tenant, Collection<Long> ids) {
        return shapes(store.all(tenant, List.copyOf(ids), null));
    }

    @Override
    public List<LocationResponse> after(long tenant, long id, int most) {
        return shapes(store.after(tenant, id, most));
    }

    private static List<LocationResponse> shapes(List<Location> locations) {
        return locations.stream().map(LocationResponse::from).toList();
    }
}

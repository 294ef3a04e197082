package org.callboard.locations;

import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.search.Findable;
import org.jspecify.annotations.Nullable;

/** What a change makes of a location, beside what hangs on it. Another customer means that it moves. */
public record LocationDraft(
        long customerId,
        String name,
        Address address,
        @Nullable Coordinates coordinates,
        @Nullable Long taxZoneId) {

    /** What the location is found by. */
    Findable findable() {
        return new Findable(name, address);
    }

    public static LocationDraft of(Location location) {
        return new LocationDraft(
                location.customerId(),
                location.name(),
                location.address(),
                location.coordinates(),
                location.taxZoneId());
    }
}

package org.callboard.locations;

import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.search.Findable;
import org.jspecify.annotations.Nullable;

/** What people say of a location, beside whose it is and what hangs on it. */
public record LocationDetails(
        String name,
        Address address,
        @Nullable Coordinates coordinates,
        @Nullable CoordinatesSource coordinatesSource,
        @Nullable VerificationStatus coordinatesVerificationStatus,
        @Nullable Long taxZoneId) {

    /** Where coordinates come from. The constants are the wire's own words. */
    enum CoordinatesSource {
        None,
        System,
        User,
        Imported
    }

    /** How far coordinates were checked. The constants are the wire's own words. */
    enum VerificationStatus {
        Unverified,
        InProgress,
        Failed,
        Verified
    }

    /** What the location is found by. */
    Findable findable() {
        return new Findable(name, address);
    }
}

package org.callboard.customers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.Limits.Name;
import org.callboard.search.Findable;
import org.jspecify.annotations.Nullable;

/** What people say of a location, beside whose it is and what hangs on it. */
public record LocationDetails(
        @NotBlank @Name String name,
        @Valid Address address,
        @Nullable Coordinates coordinates,
        @Nullable CoordinatesSource coordinatesSource,
        @Nullable VerificationStatus coordinatesVerificationStatus,
        @Nullable Long taxZoneId) {

    /** Those of a location of which nothing else is known. */
    public static LocationDetails of(String name, Address address) {
        return new LocationDetails(name, address, null, null, null, null);
    }

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

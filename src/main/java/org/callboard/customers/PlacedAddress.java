package org.callboard.customers;

import io.swagger.v3.oas.annotations.media.Schema;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.database.RecordShape.Copy;
import org.jspecify.annotations.Nullable;

/** The wire shape of an address with its coordinates: {@code CustomerAddress} of the contract. */
@Schema(name = "CustomerAddress")
public record PlacedAddress(
        String street,
        @Nullable String unit,
        String city,
        String state,
        String zip,
        String country,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    private static final Copy<PlacedAddress> COPY =
            Copy.of(PlacedAddress.class, Address.class, "latitude", "longitude");

    public static PlacedAddress from(Address address, @Nullable Coordinates at) {
        return COPY.from(address, at == null ? null : at.latitude(), at == null ? null : at.longitude());
    }
}

package org.callboard.web.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.Limits.City;
import org.callboard.addresses.Limits.Country;
import org.callboard.addresses.Limits.State;
import org.callboard.addresses.Limits.Street;
import org.callboard.addresses.Limits.Unit;
import org.callboard.addresses.Limits.Zip;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;

/** An address with its coordinates as one field. */
final class AddressParts {

    static final String NAME = "address";

    private static final List<Part> PARTS = List.of(
            Part.text("street", "Street", Street.MAX).wide(4),
            Part.text("unit", "Unit", Unit.MAX).wide(2),
            Part.text("city", "City", City.MAX).wide(2),
            Part.text("state", "State", State.MAX).wide(2),
            Part.text("zip", "ZIP", Zip.MAX).wide(2),
            Part.text("country", "Country", Country.MAX).wide(2),
            Part.degrees("latitude", "Latitude", 90).wide(2),
            Part.degrees("longitude", "Longitude", 180).wide(2));

    private AddressParts() {}

    /** The field on the page. */
    static Field field(String label, Values values) {
        return new Field(NAME, label, Field.Look.ADDRESS, PARTS, values, List.of("address", "coordinates"), null, true)
                .hinted("The coordinates go when street, city, state or ZIP change, unless you change them too.");
    }

    static Values values(Address address, @Nullable Coordinates at) {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("street", address.street());
        parts.put("unit", address.unit());
        parts.put("city", address.city());
        parts.put("state", address.state());
        parts.put("zip", address.zip());
        parts.put("country", address.country());
        parts.put("latitude", at == null ? null : Part.degrees(at.latitude()));
        parts.put("longitude", at == null ? null : Part.degrees(at.longitude()));
        return Values.of(parts);
    }

    /** Notes what the addresses of the country must have. */
    static void check(Values values, FieldErrors errors) {
        address(values).missing().forEach(part -> errors.required(part.field(), null));
    }

    static Address address(Values values) {
        String unit = values.get("unit");
        return new Address(
                values.get("street"),
                unit.isEmpty() ? null : unit,
                values.get("city"),
                values.get("state"),
                values.get("zip"),
                values.get("country"));
    }

    /**
     * The coordinates after a change: none where the place became another and they were left as they are. Invalid for one
     * without the other.
     */
    static @Nullable Coordinates coordinates(Values before, Values after) {
        boolean moved = List.of("street", "city", "state", "zip", "country").stream()
                .anyMatch(part -> !before.get(part).equals(after.get(part)));
        String latitude = after.get("latitude");
        String longitude = after.get("longitude");
        new FieldErrors()
                .addIf(latitude.isEmpty() && !longitude.isEmpty(), "latitude", "A longitude needs a latitude.")
                .addIf(longitude.isEmpty() && !latitude.isEmpty(), "longitude", "A latitude needs a longitude.")
                .throwIfAny();
        boolean left = latitude.equals(before.get("latitude")) && longitude.equals(before.get("longitude"));
        return latitude.isEmpty() || moved && left
                ? null
                : new Coordinates(Double.parseDouble(latitude), Double.parseDouble(longitude));
    }
}

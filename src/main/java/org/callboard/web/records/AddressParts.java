package org.callboard.web.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.Limits.City;
import org.callboard.addresses.Limits.Country;
import org.callboard.addresses.Limits.State;
import org.callboard.addresses.Limits.Street;
import org.callboard.addresses.Limits.Unit;
import org.callboard.addresses.Limits.Zip;
import org.callboard.customers.LocationDetails;
import org.callboard.database.RecordShape;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;

/** An address with its coordinates as one field. */
final class AddressParts {

    static final String NAME = "address";

    private static final List<Part> PARTS = Stream.concat(
                    Stream.of(
                            Part.text("street", "Street", Street.MAX).wide(4),
                            Part.text("unit", "Unit", Unit.MAX).wide(2),
                            Part.text("city", "City", City.MAX).wide(2),
                            Part.text("state", "State", State.MAX).wide(2),
                            Part.text("zip", "ZIP", Zip.MAX).wide(2),
                            Part.text("country", "Country", Country.MAX).wide(2)),
                    PointParts.ALL.stream())
            .toList();

    private AddressParts() {}

    /** The field on the page. */
    static Field field(String label, Values values) {
        return new Field(NAME, label, Field.Look.ADDRESS, PARTS, values, List.of("address", "coordinates"), null, true)
                .hinted(
                        "The coordinates go with the house: another street, number or ZIP clears them, unless you change them too.");
    }

    static Values values(Address address, @Nullable Coordinates at) {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("street", address.street());
        parts.put("unit", address.unit());
        parts.put("city", address.city());
        parts.put("state", address.state());
        parts.put("zip", address.zip());
        parts.put("country", address.country());
        PointParts.put(parts, at);
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

    /** A customer or location after its address or its point was changed. Invalid for a latitude without a longitude. */
    static Record changed(Record old, Values before, Values after) {
        FieldErrors errors = new FieldErrors();
        Coordinates at = PointParts.read(after, errors);
        errors.throwIfAny();
        Address now = address(after);
        boolean left = PointParts.isSame(before, after);
        if (old instanceof LocationDetails location) {
            return left ? location.moved(now) : PointParts.placed(location, now, at);
        }
        boolean stays = !left || address(before).isSameHouse(now);
        return RecordShape.with(RecordShape.with(old, NAME, now), "coordinates", stays ? at : null);
    }
}

package org.callboard.web.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.CoordinatesText;
import org.callboard.addresses.Limits.City;
import org.callboard.addresses.Limits.Country;
import org.callboard.addresses.Limits.State;
import org.callboard.addresses.Limits.Street;
import org.callboard.addresses.Limits.Unit;
import org.callboard.addresses.Limits.Zip;
import org.callboard.customers.LocationDetails;
import org.callboard.customers.LocationDetails.CoordinatesSource;
import org.callboard.customers.LocationDetails.VerificationStatus;
import org.callboard.database.RecordShape;
import org.callboard.geography.AddressCheck;
import org.callboard.geography.CoordinatesVerdict.Verdict;
import org.callboard.geography.Purpose;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;

/** An address with its coordinates as one field. */
final class AddressParts {

    static final String NAME = "address";

    static final String PASTED = "pasted";

    private static final List<Part> PARTS = List.of(
            Part.text("street", "Street", Street.MAX).wide(4),
            Part.text("unit", "Unit", Unit.MAX).wide(2),
            Part.text("city", "City", City.MAX).wide(2),
            Part.text("state", "State", State.MAX).wide(2),
            Part.text("zip", "ZIP", Zip.MAX).wide(2),
            Part.text("country", "Country", Country.MAX).wide(2),
            Part.degrees("latitude", "Latitude", 90).wide(2),
            Part.degrees("longitude", "Longitude", 180).wide(2),
            Part.text(PASTED, "Or paste coordinates or the link of a map", CoordinatesText.MAX));

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
        parts.put("latitude", at == null ? null : Part.degrees(at.latitude()));
        parts.put("longitude", at == null ? null : Part.degrees(at.longitude()));
        parts.put(PASTED, null);
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

    /** Puts what was pasted in the place of the coordinates; what can't be read is noted. */
    static Values unpasted(Values values, FieldErrors errors) {
        String pasted = values.get(PASTED);
        if (pasted.isEmpty() || errors.has(PASTED)) {
            return values;
        }
        Coordinates at = CoordinatesText.read(pasted);
        if (at == null || !Coordinates.isOnEarth(at)) {
            errors.add(PASTED, "No coordinates are found in this. Copy them, or the long link of a map.");
            return values;
        }
        Map<String, String> parts = new LinkedHashMap<>(values.parts());
        parts.put("latitude", Part.degrees(at.latitude()));
        parts.put("longitude", Part.degrees(at.longitude()));
        parts.put(PASTED, "");
        return new Values(parts);
    }

    /** A customer or location after its address or its point was changed. Invalid for a latitude without a longitude. */
    static Record changed(Record old, Values before, Values after) {
        String latitude = after.get("latitude");
        String longitude = after.get("longitude");
        new FieldErrors()
                .addIf(latitude.isEmpty() && !longitude.isEmpty(), "latitude", "A longitude needs a latitude.")
                .addIf(longitude.isEmpty() && !latitude.isEmpty(), "longitude", "A latitude needs a longitude.")
                .throwIfAny();
        Address now = address(after);
        boolean left = latitude.equals(before.get("latitude")) && longitude.equals(before.get("longitude"));
        Coordinates at = latitude.isEmpty()
                ? null
                : new Coordinates(Double.parseDouble(latitude), Double.parseDouble(longitude));
        if (old instanceof LocationDetails location) {
            return left ? location.moved(now) : location.moved(now, at, CoordinatesSource.User, status(now, at));
        }
        boolean stays = !left || address(before).isSameHouse(now);
        return RecordShape.with(RecordShape.with(old, NAME, now), "coordinates", stays ? at : null);
    }

    /** A point that somebody of the office names, and that fits the address, is right. */
    private static VerificationStatus status(Address address, @Nullable Coordinates at) {
        return AddressCheck.of(address, at, Purpose.Location, address.country())
                                .coordinates()
                                .verdict()
                        == Verdict.Confirmed
                ? VerificationStatus.Verified
                : VerificationStatus.Unverified;
    }
}

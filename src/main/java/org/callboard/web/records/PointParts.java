package org.callboard.web.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.CoordinatesText;
import org.callboard.customers.LocationDetails;
import org.callboard.customers.LocationDetails.CoordinatesSource;
import org.callboard.customers.LocationDetails.VerificationStatus;
import org.callboard.geography.AddressCheck;
import org.callboard.geography.CoordinatesVerdict.Verdict;
import org.callboard.geography.Purpose;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;

/** The point of an address as people type or paste it, in the form of a new record as in the editor of one. */
public final class PointParts {

    private static final String LATITUDE = "latitude";
    private static final String LONGITUDE = "longitude";

    /** Of which nothing is stored: it is put in the place of the two others. */
    static final String PASTED = "pasted";

    /** The parts of the form. */
    public static final List<Part> ALL = List.of(
            Part.latitude(LATITUDE).wide(2),
            Part.longitude(LONGITUDE).wide(2),
            Part.text(PASTED, "Or paste coordinates or the link of a map", CoordinatesText.MAX));

    private PointParts() {}

    static void put(Map<String, @Nullable Object> parts, @Nullable Coordinates at) {
        parts.put(LATITUDE, at == null ? null : Coordinates.degrees(at.latitude()));
        parts.put(LONGITUDE, at == null ? null : Coordinates.degrees(at.longitude()));
        parts.put(PASTED, null);
    }

    /** What the form says of some parts, each in its own spelling; what can't be read of one is noted under its name. */
    static Values typed(List<Part> parts, Function<String, @Nullable String> raw, FieldErrors errors) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        parts.forEach(part -> texts.put(part.name(), raw.apply(part.name())));
        // letters of directions may say that each stands in the other's field, or one field may have both
        Coordinates at = CoordinatesText.read(some(texts.get(LATITUDE)), some(texts.get(LONGITUDE)));
        if (at != null) {
            texts.put(LATITUDE, Coordinates.degrees(at.latitude()));
            texts.put(LONGITUDE, Coordinates.degrees(at.longitude()));
        }
        Map<String, String> read = new LinkedHashMap<>();
        parts.forEach(part -> read.put(part.name(), part.read(texts.get(part.name()), errors)));
        return unpasted(new Values(read), errors);
    }

    private static String some(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** Puts what was pasted in the place of the coordinates; what can't be read is noted. */
    private static Values unpasted(Values values, FieldErrors errors) {
        String pasted = values.get(PASTED);
        if (pasted.isEmpty() || errors.has(PASTED)) {
            return values;
        }
        Coordinates at = CoordinatesText.read(pasted);
        if (at == null || !Coordinates.isOnEarth(at)) {
            errors.add(PASTED, "No coordinates are found in this. Copy them, or the long link of a map.");
            return values;
        }
        Map<String, @Nullable Object> parts = new LinkedHashMap<>(values.parts());
        put(parts, at);
        return Values.of(parts);
    }

    /** Whether two forms name the same point. */
    static boolean isSame(Values one, Values other) {
        return one.get(LATITUDE).equals(other.get(LATITUDE))
                && one.get(LONGITUDE).equals(other.get(LONGITUDE));
    }

    /** The point; null where none is named. A latitude without a longitude is noted. */
    static @Nullable Coordinates read(Values values, FieldErrors errors) {
        String latitude = values.get(LATITUDE);
        String longitude = values.get(LONGITUDE);
        errors.addIf(latitude.isEmpty() && !longitude.isEmpty(), LATITUDE, "A longitude needs a latitude.")
                .addIf(longitude.isEmpty() && !latitude.isEmpty(), LONGITUDE, "A latitude needs a longitude.");
        return latitude.isEmpty() || longitude.isEmpty()
                ? null
                : new Coordinates(Double.parseDouble(latitude), Double.parseDouble(longitude));
    }

    /** The point that the form of a new record names below a prefix; what is wrong with it is noted there. */
    public static @Nullable Coordinates read(Form form, String prefix) {
        FieldErrors errors = new FieldErrors();
        Values values = typed(ALL, name -> form.raw(prefix + name), errors);
        Coordinates at = errors.isEmpty() ? read(values, errors) : null;
        FieldErrors placed = new FieldErrors();
        errors.asMap().forEach((part, said) -> said.forEach(sentence -> placed.add(prefix + part, sentence)));
        form.note(placed);
        return at;
    }

    /** Whether the form of a new record says anything of a point below a prefix. */
    public static boolean isNamed(Form form, String prefix) {
        return ALL.stream()
                .map(part -> prefix + part.name())
                .anyMatch(field -> !form.value(field).isEmpty() || form.wrong(field) != null);
    }

    /** A location whose address and point somebody of the office names: one that fits the address is right. */
    public static LocationDetails placed(LocationDetails location, Address now, @Nullable Coordinates at) {
        boolean fits = AddressCheck.of(now, at, Purpose.Location, now.country())
                        .coordinates()
                        .verdict()
                == Verdict.Confirmed;
        return location.moved(
                now, at, CoordinatesSource.User, fits ? VerificationStatus.Verified : VerificationStatus.Unverified);
    }
}

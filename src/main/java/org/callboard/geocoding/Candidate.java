package org.callboard.geocoding;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * An address that a geocoder knows, and where it is.
 *
 * @param changed the parts of the given address that it writes otherwise: {@code street}, {@code city}, {@code state},
 *     {@code zip}; empty where none was given
 */
public record Candidate(Address address, Coordinates coordinates, Precision precision, List<String> changed) {

    /** What the point is the point of. */
    public enum Precision {
        /** The house itself. */
        Door,
        /** Reckoned between the ends of a stretch of the street. */
        Interpolated,
        Street,
        PostalCode,
        City
    }

    /** The parts of an address that it writes otherwise, as {@link #changed} names those of the one that was asked about. */
    public List<String> changedFrom(Address other) {
        return changed(AddressParser.parse(other).standard(), address);
    }

    /** Whether it leads to a door; it is no property on the wire. */
    @JsonIgnore
    public boolean isHouse() {
        return precision == Precision.Door || precision == Precision.Interpolated;
    }

    static Candidate of(@Nullable Address given, Address found, Coordinates at, Precision precision) {
        Address standard = AddressParser.parse(found).standard();
        return new Candidate(
                standard,
                at,
                precision,
                given == null ? List.of() : changed(AddressParser.parse(given).standard(), standard));
    }

    private static List<String> changed(Address given, Address found) {
        List<String> changed = new ArrayList<>();
        if (!given.street().toLowerCase(Locale.ROOT).equals(found.street().toLowerCase(Locale.ROOT))) {
            changed.add("street");
        }
        if (!TextNormalizer.words(given.city()).equals(TextNormalizer.words(found.city()))) {
            changed.add("city");
        }
        if (!given.state().equalsIgnoreCase(found.state())) {
            changed.add("state");
        }
        if (found.zip().isEmpty() || !given.zip().startsWith(found.zip())) {
            changed.add("zip");
        }
        return changed;
    }
}

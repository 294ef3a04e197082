package org.callboard.geocoding;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The parts of an address as OpenStreetMap's geocoders name them. */
record OsmParts(JsonNode parts) {

    /** The first of these that is there; empty for none. */
    String first(String... names) {
        return Stream.of(names)
                .map(name -> parts.path(name).asString(""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** A house number before the street, or behind it where the country writes it so. */
    String street(String number, String road, String countryCode) {
        boolean behind = switch (countryCode.toLowerCase(Locale.ROOT)) {
            case "us", "ca", "gb", "au", "nz", "ie", "fr" -> false;
            default -> true;
        };
        return (behind ? Stream.of(road, number) : Stream.of(number, road))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** The country as it was given, where it was. */
    static String country(@Nullable Address given, String found) {
        return given == null || given.country().isEmpty() ? found : given.country();
    }
}

package org.callboard.geocoding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.geocoding.Candidate.Precision;
import org.callboard.validation.WebAddress;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Nominatim, and services that answer as it does; its users are asked not to complete with it what is typed. Its data is
 * OpenStreetMap's, which is named where it is shown.
 */
record NominatimProvider(Endpoint endpoint) implements AddressProvider {

    private static final String HOST = "nominatim.openstreetmap.org";

    /** Everybody's, which all of a program's companies may ask once a second together. */
    static final String PUBLIC = "https://" + HOST;

    static boolean isPublic(String url) {
        return WebAddress.leadsTo(url, HOST);
    }

    @Override
    public Keep mayKeep() {
        return Keep.Everything;
    }

    @Override
    public List<Candidate> find(Address address) throws IOException {
        Map<String, @Nullable Object> asked = new LinkedHashMap<>();
        asked.put("street", address.street());
        asked.put("city", address.city());
        asked.put("state", address.state());
        asked.put("postalcode", address.zip());
        asked.put("country", address.country());
        asked.put("format", "jsonv2");
        asked.put("addressdetails", 1);
        asked.put("limit", 5);
        List<Candidate> found = new ArrayList<>();
        for (JsonNode place : endpoint.get("/search", asked)) {
            OsmParts parts = new OsmParts(place.path("address"));
            Coordinates at = coordinates(place);
            String street = parts.street(
                    parts.first("house_number"),
                    parts.first("road", "pedestrian", "hamlet"),
                    parts.first("country_code"));
            if (at != null) {
                found.add(Candidate.of(
                        address,
                        new Address(
                                street,
                                null,
                                parts.first("city", "town", "village", "municipality", "hamlet"),
                                state(parts),
                                parts.first("postcode"),
                                OsmParts.country(address, parts.first("country"))),
                        at,
                        precision(place, parts)));
            }
        }
        return found;
    }

    /** {@code US-OH} says it shortest. */
    private static String state(OsmParts parts) {
        String code = parts.first("ISO3166-2-lvl4");
        return code.matches("(US|CA|AU)-[A-Z]{2,3}") ? code.substring(3) : parts.first("state");
    }

    private static Precision precision(JsonNode place, OsmParts parts) {
        if (!parts.first("house_number").isEmpty()) {
            return Precision.Door;
        }
        return switch (place.path("addresstype").asString("")) {
            case "road" -> Precision.Street;
            case "postcode" -> Precision.PostalCode;
            default -> Precision.City;
        };
    }

    private static @Nullable Coordinates coordinates(JsonNode place) {
        try {
            return new Coordinates(
                    Double.parseDouble(place.path("lat").asString("")),
                    Double.parseDouble(place.path("lon").asString("")));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}

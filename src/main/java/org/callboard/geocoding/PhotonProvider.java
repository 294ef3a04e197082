package org.callboard.geocoding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.geocoding.Candidate.Precision;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A company's own Photon. Its data is OpenStreetMap's, which is named where it is shown. */
record PhotonProvider(Endpoint endpoint) implements AddressProvider {

    @Override
    public Keep mayKeep() {
        return Keep.Everything;
    }

    @Override
    public boolean completes() {
        return true;
    }

    @Override
    public List<Candidate> find(Address address) throws IOException {
        return ask(address.withCountry(), null, address);
    }

    @Override
    public List<Candidate> complete(String typed, @Nullable Coordinates near) throws IOException {
        return ask(typed, near, null);
    }

    private List<Candidate> ask(String text, @Nullable Coordinates near, @Nullable Address given) throws IOException {
        Map<String, @Nullable Object> asked = new LinkedHashMap<>();
        asked.put("q", text);
        asked.put("limit", 5);
        asked.put("lat", near == null ? null : near.latitude());
        asked.put("lon", near == null ? null : near.longitude());
        List<Candidate> found = new ArrayList<>();
        for (JsonNode feature : endpoint.get("/api", asked).path("features")) {
            OsmParts parts = new OsmParts(feature.path("properties"));
            JsonNode point = feature.path("geometry").path("coordinates");
            if (!point.path(0).isNumber() || !point.path(1).isNumber()) {
                continue;
            }
            String number = parts.first("housenumber");
            boolean isStreet = parts.first("type").equals("street");
            String road = parts.first("street", isStreet ? "name" : "street");
            found.add(Candidate.of(
                    given,
                    new Address(
                            parts.street(number, road, parts.first("countrycode")),
                            null,
                            parts.first("city", "district", "locality"),
                            parts.first("state"),
                            parts.first("postcode"),
                            OsmParts.country(given, parts.first("country"))),
                    new Coordinates(point.path(1).asDouble(), point.path(0).asDouble()),
                    number.isEmpty() ? isStreet ? Precision.Street : Precision.City : Precision.Door));
        }
        return found;
    }
}

package org.callboard.geocoding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.CountryRules;
import tools.jackson.databind.JsonNode;

/** The geocoder of the US Census Bureau: streets and ranges of house numbers, in the public domain. */
record CensusProvider(Endpoint endpoint) implements AddressProvider {

    private static final String US = "US";
    private static final Pattern ZIP = Pattern.compile("\\d{5}(-\\d{4})?");

    @Override
    public Keep mayKeep() {
        return Keep.Everything;
    }

    @Override
    public boolean covers(Address address) {
        return CountryRules.of(address.country(), US).code().equalsIgnoreCase(US)
                && ZIP.matcher(address.zip()).matches();
    }

    @Override
    public List<Candidate> find(Address address) throws IOException {
        JsonNode answer = endpoint.get(
                "/locations/onelineaddress",
                Map.of(
                        "address",
                        Stream.of(address.street(), address.city(), address.state(), address.zip())
                                .collect(Collectors.joining(", ")),
                        "benchmark",
                        "Public_AR_Current",
                        "format",
                        "json"));
        List<Candidate> found = new ArrayList<>();
        for (JsonNode match : answer.path("result").path("addressMatches")) {
            JsonNode parts = match.path("addressComponents");
            JsonNode at = match.path("coordinates");
            String street = match.path("matchedAddress").asString("").replaceFirst(",.*", "");
            if (!street.isEmpty() && at.path("x").isNumber() && at.path("y").isNumber()) {
                found.add(Candidate.of(
                        address,
                        new Address(
                                street,
                                null,
                                inUsualCase(parts.path("city").asString("")),
                                parts.path("state").asString(""),
                                parts.path("zip").asString(""),
                                address.country()),
                        new Coordinates(at.path("y").asDouble(), at.path("x").asDouble()),
                        Candidate.Precision.Interpolated));
            }
        }
        return found;
    }

    /** The answers are in capitals. */
    private static String inUsualCase(String city) {
        return Stream.of(city.toLowerCase(Locale.ROOT).split(" ", -1))
                .map(word -> word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}

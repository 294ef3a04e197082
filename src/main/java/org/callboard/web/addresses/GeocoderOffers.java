package org.callboard.web.addresses;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressPart;
import org.callboard.addresses.Coordinates;
import org.callboard.geocoding.AddressProviders.Found;
import org.callboard.geocoding.Candidate;
import org.callboard.geocoding.Candidate.Precision;
import org.callboard.geocoding.ProviderKind;
import org.callboard.web.addresses.AddressHelp.Line;
import org.jspecify.annotations.Nullable;

/**
 * What the company's geocoder takes an address for, each with a button. Nothing of it is put into a field by itself.
 *
 * @param credit who is named beside it; null for nobody
 */
record GeocoderOffers(List<Line> lines, @Nullable String credit) {

    static final GeocoderOffers NONE = new GeocoderOffers(List.of(), null);

    private static final int MOST = 3;
    private static final String USE_ADDRESS = "Use this address";

    /** A point of a whole address, or the address otherwise written. */
    static GeocoderOffers of(Found found, TypedAddress typed) {
        List<Line> lines = new ArrayList<>();
        boolean pointed = !typed.takesPoint();
        for (Candidate house : houses(found.candidates())) {
            Map<String, String> other = new LinkedHashMap<>(parts(house.address()));
            other.keySet().retainAll(house.changedFrom(typed.address()));
            if (!other.isEmpty()) {
                lines.add(new Line(name(found.provider()) + " has " + house.address() + ".", USE_ADDRESS, other, true));
            } else if (!pointed) {
                pointed = true;
                point(house, typed.point(), lines);
            }
        }
        return offers(lines, found.provider());
    }

    /** What the beginning of an address may become. */
    static GeocoderOffers ofBeginning(Found found) {
        return offers(
                houses(found.candidates()).stream()
                        .map(house -> new Line(house.address().toString(), USE_ADDRESS, parts(house.address()), true))
                        .toList(),
                found.provider());
    }

    /** A street or a city would be worse than what is typed. */
    private static List<Candidate> houses(List<Candidate> all) {
        return all.stream().filter(Candidate::isHouse).limit(MOST).toList();
    }

    /** The parts that it knows; the unit is for whoever lives there to say. */
    private static Map<String, String> parts(Address address) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(AddressPart.Street.field(), address.street());
        parts.put(AddressPart.City.field(), address.city());
        parts.put(AddressPart.State.field(), address.state());
        parts.put(AddressPart.Zip.field(), address.zip());
        parts.values().removeIf(String::isEmpty);
        return parts;
    }

    private static void point(Candidate house, @Nullable Coordinates typed, List<Line> lines) {
        String latitude = degrees(house.coordinates().latitude());
        String longitude = degrees(house.coordinates().longitude());
        boolean same = typed != null
                && degrees(typed.latitude()).equals(latitude)
                && degrees(typed.longitude()).equals(longitude);
        if (!same) {
            String how = house.precision() == Precision.Interpolated ? ", reckoned along the street." : ".";
            lines.add(new Line(
                    "The house is at " + latitude + ", " + longitude + how,
                    "Use these coordinates",
                    Map.of("latitude", latitude, "longitude", longitude),
                    true));
        }
    }

    /** Ten centimeters are near enough to a door. */
    private static String degrees(double degrees) {
        return Coordinates.degrees(Double.parseDouble(String.format(Locale.ROOT, "%.6f", degrees)));
    }

    private static String name(ProviderKind provider) {
        return "The " + provider.label();
    }

    private static GeocoderOffers offers(List<Line> lines, ProviderKind provider) {
        return new GeocoderOffers(
                lines, lines.isEmpty() || provider == ProviderKind.Census ? null : "© OpenStreetMap contributors");
    }
}

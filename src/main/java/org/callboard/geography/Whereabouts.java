package org.callboard.geography;

import java.util.Locale;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.CountryRules;
import org.callboard.geography.CoordinatesVerdict.Approximate;
import org.callboard.geography.CoordinatesVerdict.Precision;
import org.jspecify.annotations.Nullable;

/**
 * Where an address is, as far as its parts agree.
 *
 * @param region its state; null where that is not known, or countries' states are not
 * @param place its ZIP; null where none is believed
 * @param city where its city is, in countries whose postcodes are not known; null elsewhere
 * @param zone the zone of what is known most closely; null where nothing is
 */
record Whereabouts(
        CountryRules country,
        @Nullable Region region,
        @Nullable PostalPlace place,
        @Nullable Coordinates city,
        @Nullable PlaceZone zone) {

    private static final int ZIP_RADIUS_KM = 12;
    private static final int LARGE_ZIP_RADIUS_KM = 50;
    private static final int CITY_RADIUS_KM = 20;

    static Whereabouts of(CountryRules country, @Nullable Region region) {
        return new Whereabouts(country, region, null, null, zone(country, region));
    }

    /** The zone of a state or country that has one. */
    static @Nullable PlaceZone zone(CountryRules country, @Nullable Region region) {
        if (region != null) {
            String zone = region.onlyZone();
            return zone == null ? null : new PlaceZone(zone, PlaceZone.From.State);
        }
        String zone = Gazetteer.get().zoneOfCountry(country.code().toUpperCase(Locale.ROOT));
        return zone == null ? null : new PlaceZone(zone, PlaceZone.From.Country);
    }

    @Nullable
    Coordinates zipCenter() {
        return place == null ? null : place.center();
    }

    /** About where it is; null where that is not known. */
    @Nullable
    Approximate approximate() {
        Coordinates center = zipCenter();
        if (center != null) {
            boolean large = region != null && region.hasLargeZips(center.longitude());
            return about(center, Precision.PostalCode, large ? LARGE_ZIP_RADIUS_KM : ZIP_RADIUS_KM);
        }
        return city == null ? null : about(city, Precision.City, CITY_RADIUS_KM);
    }

    private static Approximate about(Coordinates center, Precision precision, int radiusKm) {
        return new Approximate(center.latitude(), center.longitude(), precision, radiusKm);
    }
}

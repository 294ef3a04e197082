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

    /** Of an address of which the country alone is known. */
    static Whereabouts of(CountryRules country) {
        String zone = Gazetteer.get().zoneOfCountry(country.code().toUpperCase(Locale.ROOT));
        return new Whereabouts(country, null, null, null, zone(zone, PlaceZone.From.Country, null));
    }

    /** A zone that is known by what tells it, else that of the state, if it is known and has one. */
    static @Nullable PlaceZone zone(@Nullable String known, PlaceZone.From by, @Nullable Region state) {
        if (known != null) {
            return new PlaceZone(known, by);
        }
        String zone = state == null ? null : state.onlyZone();
        return zone == null ? null : new PlaceZone(zone, PlaceZone.From.State);
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

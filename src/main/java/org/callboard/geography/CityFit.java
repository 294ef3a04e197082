package org.callboard.geography;

import java.util.List;
import org.callboard.addresses.Coordinates;
import org.callboard.geography.AddressVerdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a city's name has to do with a ZIP. A ZIP is called by one name, but many are used for it.
 *
 * @param verdict confirmed, plausible or corrected
 * @param name the city that is meant
 */
record CityFit(Verdict verdict, String name) {

    /** How far a place may be from the middle of a ZIP whose mail it shares. */
    private static final double NEAR_KM = 25;

    private static final List<String> MILITARY = List.of("apo", "fpo", "dpo");

    /** Null where they have nothing to do with each other. */
    static @Nullable CityFit of(String city, PostalPlace zip) {
        Gazetteer gazetteer = Gazetteer.get();
        String key = CityNames.key(city);
        Region region = gazetteer.region("US", zip.state());
        Coordinates center = zip.center();
        if (region == null || CityNames.key(zip.city()).equals(key)) {
            return new CityFit(Verdict.Confirmed, zip.city());
        }
        if (center == null) {
            return isMilitary(key) ? new CityFit(Verdict.Plausible, city) : null;
        }
        List<Coordinates> points = gazetteer.points(region, key);
        if (!points.isEmpty()) {
            boolean near = points.stream().anyMatch(point -> point.kilometersTo(center) <= NEAR_KM);
            return near ? new CityFit(Verdict.Plausible, city) : null;
        }
        String usual = CityNames.key(zip.city());
        boolean withState = key.equals(usual + CityNames.key(region.code())) || key.equals(usual + region.key());
        String meant = withState || EditDistance.isSlip(key, usual)
                ? zip.city()
                : gazetteer.meant(region, key, center, NEAR_KM);
        return meant == null ? null : new CityFit(Verdict.Corrected, meant);
    }

    /** Whether mail goes on to soldiers, sailors or diplomats from there. */
    static boolean isMilitary(String key) {
        return MILITARY.contains(key);
    }
}

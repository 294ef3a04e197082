package org.callboard.geography;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.CountryRules;
import org.callboard.geography.CoordinatesVerdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Checks a point against where its address is. */
final class CoordinatesCheck {

    /** A point so far out may still be the end of a pier, or an island that the outline leaves out. */
    private static final double SHORE_KM = 5;

    /** Outlines of countries are coarser than those of states. */
    private static final double BORDER_KM = 10;

    private static final double FAR_KM = 30;
    private static final double FAR_IN_LARGE_ZIP_KM = 80;
    private static final double NULL_ISLAND = 0.01;
    private static final int DECIMALS_OF_A_DOOR = 4;

    private final Gazetteer gazetteer = Gazetteer.get();
    private final Whereabouts whereabouts;
    private final Coordinates at;
    private final String country;
    private final @Nullable String state;

    private CoordinatesCheck(Whereabouts whereabouts, Coordinates at) {
        this.whereabouts = whereabouts;
        this.at = at;
        country = whereabouts.country().code().toUpperCase(Locale.ROOT);
        Region region = whereabouts.region();
        state = region != null
                        && country.equals("US")
                        && gazetteer.states().names().contains(region.code())
                ? region.code()
                : null;
    }

    static CoordinatesVerdict check(Whereabouts whereabouts, @Nullable Coordinates at) {
        return at == null
                ? new CoordinatesVerdict(Verdict.None, null, null, null, null, whereabouts.approximate())
                : new CoordinatesCheck(whereabouts, at).check();
    }

    private CoordinatesVerdict check() {
        boolean there = Coordinates.isOnEarth(at) && isThere(at);
        if (!there && !isNullIsland()) {
            Coordinates swapped = new Coordinates(at.longitude(), at.latitude());
            Coordinates meant = first(Stream.concat(Stream.of(swapped), mirrored(swapped)));
            if (meant != null) {
                return verdict(Verdict.Swapped, meant, null);
            }
        }
        if (!Coordinates.isOnEarth(at)) {
            return verdict(Verdict.OutOfRange, null, null);
        }
        if (isNullIsland()) {
            return verdict(Verdict.NullIsland, null, null);
        }
        if (!there) {
            Coordinates meant = first(mirrored(at));
            return meant == null ? elsewhere() : verdict(Verdict.SignMissing, meant, null);
        }
        return near();
    }

    private CoordinatesVerdict near() {
        Double distance = distance();
        if (distance != null && distance > far()) {
            return verdict(Verdict.FarFromPostalCode, null, null);
        }
        boolean coarse = decimals(at.latitude()) < DECIMALS_OF_A_DOOR && decimals(at.longitude()) < DECIMALS_OF_A_DOOR;
        return verdict(coarse ? Verdict.Coarse : Verdict.Confirmed, null, null);
    }

    private CoordinatesVerdict elsewhere() {
        String other = gazetteer.state(at);
        if (other != null) {
            return country.equals("US")
                    ? verdict(Verdict.OtherState, null, other)
                    : verdict(Verdict.OtherCountry, null, name("US"));
        }
        String land = gazetteer.country(at);
        if (land != null && !land.equals("US")) {
            return verdict(Verdict.OtherCountry, null, name(land));
        }
        boolean shore = state != null && gazetteer.states().isWithin(state, at, SHORE_KM);
        return shore ? near() : verdict(Verdict.NotOnLand, null, null);
    }

    private static String name(String code) {
        return CountryRules.of(code, null).name();
    }

    /** Whether a point is where the address is, as far as that is known. */
    private boolean isThere(Coordinates point) {
        if (!whereabouts.country().isKnown()) {
            return gazetteer.country(point) != null;
        }
        if (country.equals("US")) {
            return state == null
                    ? gazetteer.state(point) != null
                    : gazetteer.states().isWithin(state, point, Gazetteer.OUTLINE_KM);
        }
        return country.equals(gazetteer.country(point))
                || gazetteer.states().at(point) == null && gazetteer.countries().isWithin(country, point, BORDER_KM);
    }

    private @Nullable Coordinates first(Stream<Coordinates> points) {
        return points.filter(Coordinates::isOnEarth)
                .filter(this::isThere)
                .findFirst()
                .orElse(null);
    }

    private static Stream<Coordinates> mirrored(Coordinates at) {
        return Stream.of(
                new Coordinates(at.latitude(), -at.longitude()),
                new Coordinates(-at.latitude(), at.longitude()),
                new Coordinates(-at.latitude(), -at.longitude()));
    }

    private boolean isNullIsland() {
        return Math.abs(at.latitude()) < NULL_ISLAND && Math.abs(at.longitude()) < NULL_ISLAND;
    }

    private double far() {
        Region region = whereabouts.region();
        return region != null && region.hasLargeZips(at.longitude()) ? FAR_IN_LARGE_ZIP_KM : FAR_KM;
    }

    private @Nullable Double distance() {
        Coordinates center = whereabouts.zipCenter();
        return center == null || !Coordinates.isOnEarth(at) ? null : Math.round(center.kilometersTo(at) * 10) / 10d;
    }

    private static int decimals(double degrees) {
        return Math.max(0, BigDecimal.valueOf(degrees).stripTrailingZeros().scale());
    }

    private CoordinatesVerdict verdict(Verdict verdict, @Nullable Coordinates meant, @Nullable String place) {
        return new CoordinatesVerdict(verdict, at, meant, distance(), place, whereabouts.approximate());
    }
}

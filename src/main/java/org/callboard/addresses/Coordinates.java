package org.callboard.addresses;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A point on earth, in degrees (WGS 84). */
public record Coordinates(double latitude, double longitude) {

    /** How long a mile is. */
    public static final double KM_OF_MILE = 1.609344;

    /** About how long a degree to the north is, anywhere. */
    public static final double KM_OF_DEGREE = 111.2;

    private static final double EARTH_RADIUS_KM = 6371.0088;

    /** The point where both are given, else null. */
    public static @Nullable Coordinates of(@Nullable Double latitude, @Nullable Double longitude) {
        return latitude == null || longitude == null ? null : new Coordinates(latitude, longitude);
    }

    /** Whether there is such a point. It is no property of a point on the wire, so it is static. */
    public static boolean isOnEarth(Coordinates at) {
        return Math.abs(at.latitude) <= 90 && Math.abs(at.longitude) <= 180;
    }

    /** Degrees as people read them: in all their digits, and without zeros behind. */
    public static String degrees(double degrees) {
        return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
    }

    /** Both numbers as people read them. */
    public String written() {
        return degrees(latitude) + ", " + degrees(longitude);
    }

    /** The way to another point as a bird flies, on a round earth. */
    public double kilometersTo(Coordinates other) {
        double north = Math.sin(Math.toRadians(other.latitude - latitude) / 2);
        double east = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double chord = north * north
                + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude)) * east * east;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}

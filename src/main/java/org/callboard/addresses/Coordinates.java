package org.callboard.addresses;

import org.jspecify.annotations.Nullable;

/** A point on earth, in degrees (WGS 84). */
public record Coordinates(double latitude, double longitude) {

    /** The point where both are given, else null. */
    public static @Nullable Coordinates of(@Nullable Double latitude, @Nullable Double longitude) {
        return latitude == null || longitude == null ? null : new Coordinates(latitude, longitude);
    }
}

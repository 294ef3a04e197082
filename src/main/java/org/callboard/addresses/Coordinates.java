package org.callboard.addresses;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.callboard.platform.Logged;
import org.jspecify.annotations.Nullable;

/** A point on earth, in degrees (WGS 84). */
public record Coordinates(double latitude, double longitude) implements Logged {

    @Override
    public String logged() {
        return toString();
    }

    /** Reads the columns latitude and longitude; null where they hold nothing. */
    public static @Nullable Coordinates read(ResultSet row) throws SQLException {
        double latitude = row.getDouble("latitude");
        return row.wasNull() ? null : new Coordinates(latitude, row.getDouble("longitude"));
    }

    /** The point where both are given, else null. */
    public static @Nullable Coordinates of(@Nullable Double latitude, @Nullable Double longitude) {
        return latitude == null || longitude == null ? null : new Coordinates(latitude, longitude);
    }
}

package org.callboard.addresses;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A postal address. The unit alone may be absent. */
public record Address(String street, @Nullable String unit, String city, String state, String zip, String country) {

    /** Reads the columns street, unit, city, state, zip and country; null where there is no address. */
    public static @Nullable Address read(ResultSet row) throws SQLException {
        String street = row.getString("street");
        return street == null
                ? null
                : new Address(
                        street,
                        row.getString("unit"),
                        row.getString("city"),
                        row.getString("state"),
                        row.getString("zip"),
                        row.getString("country"));
    }

    /** One line, as people write it. */
    @Override
    public String toString() {
        String door = unit == null || unit.isBlank() ? street : street + ", " + unit;
        return door + ", " + city + ", " + state + " " + zip;
    }
}

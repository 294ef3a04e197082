package org.callboard.addresses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.callboard.addresses.Limits.City;
import org.callboard.addresses.Limits.Country;
import org.callboard.addresses.Limits.State;
import org.callboard.addresses.Limits.Street;
import org.callboard.addresses.Limits.Unit;
import org.callboard.addresses.Limits.Zip;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * A postal address. The unit alone may be absent; what a country does not have is empty, and in an inquiry also what was not
 * said.
 */
@CompleteAddress
public record Address(
        @Street String street,
        @Unit @Nullable String unit,
        @City String city,
        @State String state,
        @Zip String zip,
        @Country String country)
        implements AddressShape {

    /** The address of somebody of whom none is known. */
    public static final Address NONE = new Address("", null, "", "", "", "");

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

    /** Whether somebody can be found there: half an address leads nowhere. The country is usually the company's own. */
    public boolean whole() {
        return missing().stream().allMatch(part -> part == AddressPart.Country);
    }

    /** Whether both lead to the same house, however that is written and whichever unit they name. */
    public boolean isSameHouse(Address other) {
        return other.equals(this)
                || AddressParser.parse(other)
                        .houseKey()
                        .equals(AddressParser.parse(this).houseKey());
    }

    /** The line with the country, which people leave out. */
    public String withCountry() {
        return joined(", ", toString(), country);
    }

    /** One line, as people write it. */
    @Override
    public String toString() {
        return joined(", ", street, unit, city, joined(" ", state, zip));
    }

    private static String joined(String by, @Nullable String... parts) {
        return Arrays.stream(parts).filter(VisibleText::in).collect(Collectors.joining(by));
    }
}

package org.callboard.addresses;

import java.util.Locale;

/** A part of a postal address. */
public enum AddressPart {
    Street,
    Unit,
    City,
    State,
    Zip,
    Country;

    /** What the part is called in a body, such as {@code zip}. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is written there in an address; empty where nothing is. */
    public String in(Address address) {
        String text = switch (this) {
            case Street -> address.street();
            case Unit -> address.unit();
            case City -> address.city();
            case State -> address.state();
            case Zip -> address.zip();
            case Country -> address.country();
        };
        return text == null ? "" : text;
    }
}

package org.callboard.contacts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may belong to. The constants are the wire's type names; in paths they are slugs. */
enum RelationshipType {
    Customer,
    Location,
    Booking;

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type with this slug, in any case. */
    static Optional<RelationshipType> of(String slug) {
        return Arrays.stream(values())
                .filter(type -> type.name().equalsIgnoreCase(slug))
                .findFirst();
    }
}

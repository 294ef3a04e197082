package org.callboard.contacts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may belong to. The constants are the wire's type names. */
enum RelationshipType {
    Customer,
    Location,
    Booking;

    /** The same in paths and filters, where the contract has them small. */
    enum Slug {
        customer,
        location,
        booking;

        RelationshipType type() {
            return of(name()).orElseThrow();
        }
    }

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

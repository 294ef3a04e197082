package org.callboard.search;

import java.util.Locale;

/** What the search box finds. The order is the one in which people look: who it is, where, then what is to be done. */
public enum Kind {
    Customer,
    Location,
    Lead,
    Booking,
    Job,
    Invoice;

    /** The table, and the word of {@code search_document.kind} and {@code contact_point.owner_kind}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

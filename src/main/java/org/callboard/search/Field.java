package org.callboard.search;

import org.callboard.addresses.Synonyms;

/** Where a word stands in a record. */
public enum Field {
    NAME,
    STREET,
    UNIT,
    CITY,
    STATE,
    ZIP,
    COUNTRY,
    /** A number of the street with another word of it: {@code 12 oak}. */
    DOOR;

    /** Whether each of its texts is a word and not two. */
    boolean isOfOneWord() {
        return this != DOOR;
    }

    /** The words that mean the same there; none where each means itself alone. */
    Synonyms synonyms() {
        return switch (this) {
            case STREET -> Synonyms.STREET;
            case UNIT -> Synonyms.UNIT;
            case CITY -> Synonyms.CITY;
            case STATE -> Synonyms.STATE;
            case COUNTRY -> Synonyms.COUNTRY;
            default -> Synonyms.NONE;
        };
    }
}

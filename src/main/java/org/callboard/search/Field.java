package org.callboard.search;

import org.callboard.addresses.Synonyms;

/** Where a word stands in a record. */
public enum Field {
    NAME("A"),
    STREET("B"),
    UNIT("B"),
    CITY("C"),
    STATE("D"),
    ZIP("D"),
    COUNTRY(""),
    /** A number of the street with another word of it, {@code 12 oak}: two words, which no document has. */
    DOOR("");

    /** The letter that its words have in a document; empty for none. */
    final String weight;

    Field(String weight) {
        this.weight = weight;
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

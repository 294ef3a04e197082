package org.callboard.search;

import java.util.Arrays;
import org.callboard.addresses.Synonyms;

/** Where a word stands in a record. The code is what the word tables keep. */
enum Field {
    NAME("n"),
    STREET("s"),
    UNIT("u"),
    CITY("c"),
    STATE("t"),
    ZIP("z"),
    COUNTRY("y"),
    /** Two words of a name, in the order of the alphabet: two common names together are rare. */
    NAMES("nn"),
    /** A number of the street with another word of it: {@code 12 oak}. */
    DOOR("hs");

    final String code;

    Field(String code) {
        this.code = code;
    }

    static Field of(String code) {
        return Arrays.stream(values())
                .filter(field -> field.code.equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Whether each of its texts is a word and not two. */
    boolean isOfOneWord() {
        return this != NAMES && this != DOOR;
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

package org.callboard.search;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.callboard.addresses.Synonyms;

/** Where a word stands in a record. */
public enum Field {
    NAME("n:"),
    STREET("s:"),
    UNIT("#"),
    CITY("c:"),
    STATE("t:"),
    ZIP("z:"),
    COUNTRY("y:"),
    /** A number of the street with another word of it, {@code 12 oak}: two words, which no document has. */
    DOOR("");

    /** Those whose words stand in documents. */
    static final Set<Field> IN_DOCUMENTS = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(DOOR)));

    /** What its words stand behind in a document. */
    final String mark;

    Field(String mark) {
        this.mark = mark;
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

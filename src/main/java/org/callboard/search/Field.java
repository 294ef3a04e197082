package org.callboard.search;

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
}

package org.callboard.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/** The lexemes of a record's document: those of its words, and those of its contacts. */
record Document(Set<String> words, Set<String> contacts) {

    /** Reads both, given as arrays. */
    static Document read(ResultSet row) throws SQLException {
        return new Document(lexemes(row, "words"), lexemes(row, "contacts"));
    }

    private static Set<String> lexemes(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }
}

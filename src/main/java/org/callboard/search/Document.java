package org.callboard.search;

import java.util.HashMap;
import java.util.Map;

/**
 * The lexemes of a record's document, each with the weights of the fields that it stands in, such as {@code A} for the
 * name; without weights where it has none.
 */
record Document(Map<String, String> words, Map<String, String> contacts) {

    /** Reads both as PostgreSQL writes a tsvector. */
    static Document of(String words, String contacts) {
        return new Document(lexemes(words), lexemes(contacts));
    }

    /** {@code 'c1:smith':1A,2B 'c1:o''x'}; quotes and backslashes within are doubled, positions don't matter. */
    private static Map<String, String> lexemes(String tsvector) {
        Map<String, String> all = new HashMap<>();
        StringBuilder lexeme = new StringBuilder();
        StringBuilder weights = new StringBuilder();
        for (int i = 0; i < tsvector.length(); i++) {
            lexeme.setLength(0);
            for (i++; tsvector.charAt(i) != '\'' || i + 1 < tsvector.length() && tsvector.charAt(i + 1) == '\''; i++) {
                char c = tsvector.charAt(i);
                lexeme.append(c);
                if (c == '\'' || c == '\\') {
                    i++;
                }
            }
            weights.setLength(0);
            for (i++; i < tsvector.length() && tsvector.charAt(i) != ' '; i++) {
                if (Character.isLetter(tsvector.charAt(i))) {
                    weights.append(tsvector.charAt(i));
                }
            }
            all.put(lexeme.toString(), weights.toString());
        }
        return all;
    }
}

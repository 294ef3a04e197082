package org.callboard.addresses;

import java.util.Locale;
import org.callboard.addresses.StreetTokens.Token;

/** Gives a line that is all in capitals, or has none, the case that people write; any other has its own. */
final class LetterCase {

    private LetterCase() {}

    static boolean isOne(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT)) || text.equals(text.toLowerCase(Locale.ROOT));
    }

    /** {@code MAIN} becomes Main and {@code o'fallon} O'Fallon; what has a digit keeps its capitals. */
    static String usual(Token token) {
        if (token.isOrdinal()) {
            return token.text().toLowerCase(Locale.ROOT);
        }
        return token.hasDigit() ? token.text().toUpperCase(Locale.ROOT) : capitalized(token.text());
    }

    /** The same of a name of several words, such as that of a city, where it is all in one case; else it is left as it is. */
    static String usual(String name) {
        return isOne(name) ? capitalized(name) : name;
    }

    private static String capitalized(String text) {
        StringBuilder usual = new StringBuilder(text.toLowerCase(Locale.ROOT));
        for (int i = 0; i < usual.length(); i++) {
            boolean begins = i == 0
                    || " -".indexOf(usual.charAt(i - 1)) >= 0
                    || "'’".indexOf(usual.charAt(i - 1)) >= 0 && (i == 2 || usual.charAt(i - 3) == ' ');
            if (begins) {
                usual.setCharAt(i, Character.toUpperCase(usual.charAt(i)));
            }
        }
        return usual.toString();
    }
}

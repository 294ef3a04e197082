package org.callboard.addresses;

import java.util.Locale;
import org.callboard.addresses.StreetTokens.Token;

/** Gives a line that is all in capitals, or has none, the case that people write; any other has its own. */
final class LetterCase {

    /** The longest abbreviation of a city's name: {@code LA}, {@code NYC}. */
    private static final int ABBREVIATION = 3;

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

    /** The same of a city's name where it is all in one case; any other is left as it is, and so is what may be short for one. */
    static String usual(String city) {
        return isOne(city) && city.length() > ABBREVIATION ? capitalized(city) : city;
    }

    private static String capitalized(String text) {
        StringBuilder usual = new StringBuilder(text.toLowerCase(Locale.ROOT));
        for (int i = 0; i < usual.length(); i++) {
            boolean begins = i == 0
                    || " -".indexOf(usual.charAt(i - 1)) >= 0
                    || "'’".indexOf(usual.charAt(i - 1)) >= 0 && (i == 2 || i > 2 && usual.charAt(i - 3) == ' ');
            if (begins) {
                usual.setCharAt(i, Character.toUpperCase(usual.charAt(i)));
            }
        }
        return usual.toString();
    }
}

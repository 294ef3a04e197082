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
        if (token.hasDigit()) {
            return token.text().toUpperCase(Locale.ROOT);
        }
        StringBuilder usual = new StringBuilder(token.text().toLowerCase(Locale.ROOT));
        for (int i = 0; i < usual.length(); i++) {
            boolean begins = i == 0 || usual.charAt(i - 1) == '-' || i == 2 && "'’".indexOf(usual.charAt(1)) >= 0;
            if (begins) {
                usual.setCharAt(i, Character.toUpperCase(usual.charAt(i)));
            }
        }
        return usual.toString();
    }
}

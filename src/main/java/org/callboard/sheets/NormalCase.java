package org.callboard.sheets;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names that are all in capitals, as names usually are written. */
public final class NormalCase {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Set<String> CAPITALS =
            Set.of("LLC", "LLP", "LP", "PLLC", "PC", "PA", "USA", "US", "HVAC", "HOA", "II", "III", "IV", "VI", "VII");

    private NormalCase() {}

    /** Whether the text has at least two letters, and no small one. */
    public static boolean isCapitals(@Nullable String name) {
        return name != null
                && name.codePoints().filter(Character::isUpperCase).count() > 1
                && name.codePoints().noneMatch(Character::isLowerCase);
    }

    /** {@code O'BRIEN-SMITH III} as O'Brien-Smith III; any other text as it is. What nobody can know stays: Mcdonald. */
    public static String of(String name) {
        if (!isCapitals(name)) {
            return name;
        }
        Matcher word = WORD.matcher(name);
        StringBuilder usual = new StringBuilder();
        while (word.find()) {
            word.appendReplacement(usual, Matcher.quoteReplacement(usual(word.group(), name, word.start())));
        }
        return word.appendTail(usual).toString();
    }

    private static String usual(String word, String name, int start) {
        boolean possessive = word.equals("S") && start > 0 && "'’".indexOf(name.charAt(start - 1)) >= 0;
        if (possessive) {
            return "s";
        }
        if (CAPITALS.contains(word) || word.codePoints().anyMatch(Character::isDigit)) {
            return word;
        }
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first) + word.substring(first).toLowerCase(Locale.ROOT);
    }
}

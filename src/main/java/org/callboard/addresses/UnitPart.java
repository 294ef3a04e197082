package org.callboard.addresses;

import java.util.Locale;
import java.util.Set;

/**
 * A part of a house that has mail of its own.
 *
 * @param designator the kept word of what announces it; {@code number} where a sign does, or nothing; empty where it is
 *     written in words of its own
 * @param text as its identifier is written; empty where the designator is all
 */
record UnitPart(String designator, String text) {

    /** People write one for the other; a floor or a building beside them is another matter. */
    private static final Set<String> ALIKE = Set.of("number", "unit", "apartment", "suite");

    /** What it is told apart by within a house. */
    String level() {
        return ALIKE.contains(designator) || text.isEmpty() ? "" : designator;
    }

    /** The identifier, as it is compared. */
    String key() {
        return text.isEmpty() ? designator : withoutZeros(String.join("", TextNormalizer.words(text)));
    }

    private static String withoutZeros(String key) {
        int first = 0;
        while (first + 1 < key.length() && key.charAt(first) == '0' && Character.isDigit(key.charAt(first + 1))) {
            first++;
        }
        return key.substring(first);
    }

    boolean isLike(UnitPart other) {
        return level().equals(other.level()) && key().equals(other.key());
    }

    String standard() {
        if (designator.isEmpty()) {
            return text;
        }
        String announced = Synonyms.DESIGNATOR.contains(designator)
                ? Synonyms.DESIGNATOR.abbreviation(designator)
                : Synonyms.UNIT.abbreviation(designator);
        return text.isEmpty() ? announced : announced + " " + text.toUpperCase(Locale.ROOT);
    }
}

package org.callboard.matches;

import org.callboard.addresses.TextNormalizer;

/** Whether one word may be the other, mistyped. Short words are too near one another, and numbers are never. */
final class Spelling {

    /** {@code Jon} and {@code John}, {@code Jhon} and {@code John}. */
    static final int SHORTEST = 4;

    /** {@code Mark} and {@code Mary} are two. */
    private static final int SHORTEST_REPLACED = 5;

    private Spelling() {}

    /** Whether one letter is missing, added or another, or two neighbors are swapped. */
    static boolean isOneEdit(String one, String other) {
        String longer = one.length() >= other.length() ? one : other;
        String shorter = one.length() >= other.length() ? other : one;
        int more = longer.length() - shorter.length();
        if (more > 1
                || longer.length() < SHORTEST
                || TextNormalizer.hasDigit(longer)
                || TextNormalizer.hasDigit(shorter)) {
            return false;
        }
        int at = 0;
        while (at < shorter.length() && longer.charAt(at) == shorter.charAt(at)) {
            at++;
        }
        if (more == 1) {
            return longer.substring(at + 1).equals(shorter.substring(at));
        }
        if (at == longer.length()) {
            return false; // the same word
        }
        boolean replaced = longer.substring(at + 1).equals(shorter.substring(at + 1));
        return replaced ? longer.length() >= SHORTEST_REPLACED : isSwapped(longer, shorter, at);
    }

    private static boolean isSwapped(String one, String other, int at) {
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.substring(at + 2).equals(other.substring(at + 2));
    }

    /** Whether two first names are a man's and a woman's, as {@code Paul} and {@code Paula}. */
    static boolean isOtherGender(String one, String other) {
        return (one + "a").equals(other)
                || (other + "a").equals(one)
                || (one + "e").equals(other)
                || (other + "e").equals(one);
    }
}

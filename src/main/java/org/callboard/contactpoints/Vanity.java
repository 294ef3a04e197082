package org.callboard.contactpoints;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers that spell a word: {@code 1-800-FLOWERS}. */
final class Vanity {

    /** Figures to begin with, then figures and letters with what parts their groups. */
    private static final Pattern WRITTEN =
            Pattern.compile("(?<![\\p{L}\\p{Nd}])\\+?\\(?[0-9][0-9()\\s.·-]*[0-9)\\s.·-][A-Za-z][A-Za-z0-9()\\s.·-]*");

    /** A word that stands by itself is dialed in capitals alone. */
    private static final Pattern SENTENCE = Pattern.compile("\\s[A-Za-z]*[a-z]");

    private static final int MAX_DIGITS = 15;
    private static final int MIN_DIGITS = 10;

    private Vanity() {}

    /** Where such a number stands, and the digits that are dialed. */
    record Found(int start, int end, String digits) {}

    /** Whether a text has enough of both for a number of any country. */
    static boolean isIn(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.find() && written.group().chars().filter(Vanity::counts).count() >= MIN_DIGITS;
    }

    /** The first in a text; superfluous letters are no part of what is dialed. Null where there is none. */
    static @Nullable Found in(String text, PhoneRules rules) {
        Matcher written = WRITTEN.matcher(text);
        while (written.find()) {
            String digits = digits(written.group());
            for (int length = Math.min(digits.length(), MAX_DIGITS); length >= MIN_DIGITS; length--) {
                String cut = (written.group().startsWith("+") ? "+" : "") + digits.substring(0, length);
                int end = end(text, written.start(), length);
                if (rules.isWhole(cut)
                        && !SENTENCE.matcher(text.substring(written.start(), end))
                                .find()) {
                    return new Found(written.start(), end, cut);
                }
            }
        }
        return null;
    }

    private static boolean counts(int c) {
        return Character.isLetterOrDigit(c);
    }

    private static String digits(String written) {
        StringBuilder digits = new StringBuilder();
        written.chars()
                .filter(Vanity::counts)
                .forEach(c -> digits.append(Character.isDigit(c) ? (char) c : digit(Character.toUpperCase((char) c))));
        return digits.toString();
    }

    private static char digit(char letter) {
        return PhoneNumberUtil.convertAlphaCharactersInNumber(String.valueOf(letter))
                .charAt(0);
    }

    /** Behind the word that has the last of the letters that count. */
    private static int end(String text, int start, int count) {
        int end = start;
        for (int seen = 0; seen < count; end++) {
            seen += counts(text.charAt(end)) ? 1 : 0;
        }
        while (end < text.length() && counts(text.charAt(end))) {
            end++;
        }
        return end;
    }
}

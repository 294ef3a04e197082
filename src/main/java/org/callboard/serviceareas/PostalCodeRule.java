package org.callboard.serviceareas;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.validation.VisibleText;

/**
 * Which postal codes an area has, as a text: a whole one ({@code 45402}), all that begin so ({@code 454*}), or all from one to
 * another, both whole and in digits ({@code 45402-45410}).
 */
final class PostalCodeRule {

    private static final String REST = "*";
    private static final Pattern DASH = Pattern.compile("\\h*[-\u2010-\u2015\u2212]\\h*");
    private static final Pattern ZIP_PLUS_FOUR = Pattern.compile("(\\d{5})-\\d{4}");
    private static final Pattern RANGE = Pattern.compile("(\\d{4,6})-(\\d{4,6})");
    private static final Pattern ZIP = Pattern.compile("\\d{5}|\\d{1,4}\\*");
    private static final int ZIP_DIGITS = 5;
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}]{1,10}\\*?|\\d{1,9}-\\d{1,9}");

    private PostalCodeRule() {}

    /** Those that somebody types, parted by commas, line breaks or, where they are digits, blanks. */
    static List<String> parted(String typed) {
        return Stream.of(typed.split("[,;\\n]", -1))
                .map(part -> DASH.matcher(part).replaceAll("-"))
                .flatMap(part -> part.matches("[\\d*\\-\\s]*") ? Stream.of(part.split("\\s+", -1)) : Stream.of(part))
                .filter(VisibleText::in)
                .toList();
    }

    /** In the one form in which it is kept. Dashes between digits stay: they may be those of a range. */
    static String of(String typed) {
        String code = typed.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}*-]", "");
        Matcher american = ZIP_PLUS_FOUR.matcher(code);
        return american.matches()
                ? american.group(1)
                : code.chars().anyMatch(Character::isLetter) ? code.replace("-", "") : code;
    }

    /** Whether it can be read. In the United States it is of ZIPs, elsewhere of any codes. */
    static boolean isReadable(String rule, boolean american) {
        Matcher range = RANGE.matcher(rule);
        if (range.matches() && range.group(1).length() == range.group(2).length()) {
            boolean upwards = range.group(1).compareTo(range.group(2)) <= 0;
            return upwards && (!american || range.group(1).length() == ZIP_DIGITS);
        }
        return (american ? ZIP : CODE).matcher(rule).matches();
    }

    /** Whether it has a code, which stands without blanks and dashes; an empty one is in none. */
    static boolean has(String rule, String code) {
        if (rule.endsWith(REST)) {
            return !code.isEmpty() && code.startsWith(rule.substring(0, rule.length() - 1));
        }
        Matcher range = RANGE.matcher(rule);
        if (range.matches() && range.group(1).length() == range.group(2).length()) {
            return code.length() == range.group(1).length()
                    && code.compareTo(range.group(1)) >= 0
                    && code.compareTo(range.group(2)) <= 0;
        }
        return code.equals(rule.replace("-", ""));
    }
}

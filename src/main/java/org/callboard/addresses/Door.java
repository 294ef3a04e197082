package org.callboard.addresses;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.callboard.addresses.StreetTokens.Token;
import org.jspecify.annotations.Nullable;

/**
 * The number of a house: the leading word with a digit, with its fraction, or the leading number word.
 *
 * @param text as it is written
 * @param key by which doors are compared, such as {@code w6322}, {@code 41-02} and {@code 123 1/2}
 * @param end how many words it is
 */
record Door(String text, String key, int end) {

    private static final List<String> NUMBER_WORDS = List.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");

    private static final Pattern FRACTION = Pattern.compile("[1-9]/[2-9]");
    private static final Pattern WITH_FRACTION = Pattern.compile("(.*[0-9])-([1-9]/[2-9])");
    private static final Pattern LETTER_BEHIND = Pattern.compile("([0-9])-(?=[a-z]$)");

    /** The door that a line begins with; null where it begins with the name of the street. */
    static @Nullable Door at(List<Token> line) {
        if (line.isEmpty()) {
            return null;
        }
        Token first = line.getFirst();
        if (first.hasDigit()) {
            return first.isOrdinal() ? null : numbered(line);
        }
        if (line.size() > 2 && isOfGrid(line)) {
            return new Door(
                    first.text() + line.get(1).text(),
                    first.word() + line.get(1).word(),
                    2);
        }
        int number = NUMBER_WORDS.indexOf(first.word());
        return number >= 0 && line.size() > 2 && line.get(1).type() == null
                ? new Door(first.text(), Integer.toString(number + 1), 1)
                : null;
    }

    private static Door numbered(List<Token> line) {
        Token first = line.getFirst();
        var joined = WITH_FRACTION.matcher(first.word());
        if (joined.matches()) {
            return new Door(joined.group(1) + " " + joined.group(2), joined.group(1) + " " + joined.group(2), 1);
        }
        String key = first.word().indexOf('-') > 0
                ? LETTER_BEHIND.matcher(first.word()).replaceAll("$1")
                : first.word();
        if (line.size() > 1 && FRACTION.matcher(line.get(1).word()).matches()) {
            return new Door(
                    first.text() + " " + line.get(1).text(),
                    key + " " + line.get(1).word(),
                    2);
        }
        return new Door(first.text(), key, 1);
    }

    /** {@code W 6322 County Road Y}, as Wisconsin numbers its fields; {@code W 4th St} is a street. */
    private static boolean isOfGrid(List<Token> line) {
        return line.getFirst().isLetter()
                && line.getFirst().direction() != null
                && line.get(1).isNumber()
                && line.get(1).word().length() > 2
                && line.get(2).direction() == null
                && line.get(2).type() == null
                && !line.get(2).hasDigit();
    }

    String standard(boolean oneCase) {
        if (!oneCase) {
            return text;
        }
        return TextNormalizer.hasDigit(text)
                ? text.toUpperCase(Locale.ROOT)
                : text.substring(0, 1).toUpperCase(Locale.ROOT)
                        + text.substring(1).toLowerCase(Locale.ROOT);
    }

    /** The first word of it, by which the tables find it. */
    String first() {
        for (int i = 0; i < key.length(); i++) {
            if (!Character.isLetterOrDigit(key.charAt(i))) {
                return key.substring(0, i);
            }
        }
        return key;
    }
}

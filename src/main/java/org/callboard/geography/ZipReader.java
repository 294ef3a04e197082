package org.callboard.geography;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP as it was typed.
 *
 * @param five its first five digits; null where it has no form of a ZIP
 * @param whole with the four that may follow, as it is written
 * @param zerosLost whether zeros in front were lost, as they are in spreadsheets
 */
record ZipReader(@Nullable String five, String whole, boolean zerosLost) {

    private static final Pattern ZIP = Pattern.compile("([0-9]{5})(?:[ -]?([0-9]{4}))?");
    private static final Pattern SHORT = Pattern.compile("([0-9]{3,4})(?:-([0-9]{4}))?");
    private static final Pattern DASH = Pattern.compile("\\p{Pd}|−");
    private static final int LENGTH = 5;

    /** @param mayBe what a ZIP must be that has lost its zeros */
    static ZipReader of(String typed, Predicate<String> mayBe) {
        String plain = DASH.matcher(typed).replaceAll("-").replaceFirst("[ -]+$", "");
        Matcher zip = ZIP.matcher(plain);
        if (zip.matches()) {
            return new ZipReader(zip.group(1), written(zip.group(1), zip.group(2)), false);
        }
        Matcher shortened = SHORT.matcher(plain);
        if (shortened.matches()) {
            String five = StringUtils.leftPad(shortened.group(1), LENGTH, '0');
            if (mayBe.test(five)) {
                return new ZipReader(five, written(five, shortened.group(2)), true);
            }
        }
        return new ZipReader(null, typed, false);
    }

    private static String written(String five, @Nullable String four) {
        return four == null ? five : five + "-" + four;
    }

    /** What was meant by letters that look like digits; null where there are none. */
    static @Nullable String withoutLetters(String typed) {
        String digits = StringUtils.replaceChars(typed, "OoIlSB", "001158");
        return !digits.equals(typed) && ZIP.matcher(digits).matches() ? digits.substring(0, LENGTH) : null;
    }

    /** How ZIPs begin, in words: {@code 454}, {@code 430 or 432}; null where they begin in too many ways. */
    static @Nullable String beginnings(List<String> zips) {
        List<String> all = zips.stream()
                .map(zip -> zip.substring(0, 3))
                .distinct()
                .sorted()
                .toList();
        return switch (all.size()) {
            case 1 -> all.getFirst();
            case 2 -> all.getFirst() + " or " + all.getLast();
            default -> null;
        };
    }
}

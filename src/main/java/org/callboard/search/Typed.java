package org.callboard.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of what was typed into the search box, with all that it may mean: words of a name or an address, part of an
 * e-mail address, digits of a number, an id.
 *
 * @param words all of them must be found
 * @param open whether it is the last piece, whose numbers may not be typed to their end
 */
record Typed(
        List<String> words,
        boolean open,
        @Nullable String email,
        @Nullable String digits,
        @Nullable Long id) {

    private static final int LONGEST = 200;
    private static final int MOST = 8;
    private static final int MOST_WORDS = 6;
    private static final int FEWEST_DIGITS = 3;
    private static final int LOCAL_NUMBER = 7;
    private static final int LONGEST_NUMBER = 15;

    private static final Pattern GAP = Pattern.compile("[\\s,;]+");
    private static final Pattern NUMBER = Pattern.compile("[+(#]*[0-9][0-9().+/-]*");
    private static final Pattern EMAIL = Pattern.compile("(?=.*[a-z])[!-~]{3,}");

    /** At most eight pieces; what is beyond, and what is neither word nor number, counts for nothing. */
    static List<Typed> of(String text) {
        String some = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        List<String> pieces = joined(GAP.split(some.strip()));
        List<Typed> all = new ArrayList<>();
        for (int i = 0; i < pieces.size() && all.size() < MOST; i++) {
            boolean last = i + 1 == pieces.size();
            if (!last && announcesUnit(pieces.get(i), pieces.get(i + 1))) {
                continue;
            }
            Typed one = of(pieces.get(i), last);
            if (!one.isNothing()) {
                all.add(one);
            }
        }
        return all;
    }

    /** A telephone number is one piece, whatever spaces stand in it. */
    private static List<String> joined(String[] pieces) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < pieces.length; ) {
            int end = i;
            StringBuilder number = new StringBuilder();
            while (end < pieces.length && NUMBER.matcher(pieces[end]).matches()) {
                number.append(end == i ? "" : "-").append(pieces[end++]);
            }
            int digits = digits(number).length();
            if (digits >= LOCAL_NUMBER && digits <= LONGEST_NUMBER) {
                all.add(number.toString());
                i = end;
            } else {
                all.add(pieces[i++]);
            }
        }
        return all;
    }

    private static boolean announcesUnit(String piece, String next) {
        List<String> words = Fold.words(piece);
        return words.size() == 1
                && Families.DESIGNATOR.contains(words.getFirst())
                && (Fold.hasDigit(next) || next.length() == 1);
    }

    private static Typed of(String piece, boolean open) {
        String lower = piece.toLowerCase(Locale.ROOT);
        String email = lower.startsWith("@") ? lower.substring(1) : lower;
        String digits = NUMBER.matcher(piece).matches() ? digits(piece) : "";
        String id = piece.startsWith("#") ? piece.substring(1) : piece;
        return new Typed(
                Fold.words(piece).stream().distinct().limit(MOST_WORDS).toList(),
                open,
                EMAIL.matcher(email).matches() ? email : null,
                digits.length() >= FEWEST_DIGITS && digits.length() <= LONGEST_NUMBER ? digits : null,
                Fold.isNumber(id) && id.length() <= LONGEST_NUMBER ? Long.valueOf(id) : null);
    }

    private static String digits(CharSequence text) {
        return text.toString().replaceAll("[^0-9]", "");
    }

    private boolean isNothing() {
        return words.isEmpty() && email == null && digits == null;
    }

    /** Whether a record's word is what was typed, or begins so. */
    boolean fits(String typed, String word) {
        return isWhole(typed) ? word.equals(typed) : word.startsWith(typed);
    }

    boolean isWhole(String word) {
        return !open && Fold.isNumber(word);
    }

    /** About how many records fit, from those that have each word; short numbers are in very many telephone numbers. */
    int expected(Map<String, Integer> records) {
        int some = words.stream()
                .mapToInt(word -> records.getOrDefault(word, 0))
                .min()
                .orElse(0);
        if (digits != null && digits.length() < LOCAL_NUMBER) {
            some += digits.length() == FEWEST_DIGITS ? 100_000 : 10_000 >> (digits.length() - FEWEST_DIGITS);
        }
        return some;
    }

    /** A word of this piece as it is asked for in a field. */
    Asked asked(Field field, String word) {
        Asked asked = Asked.beginning(field, word);
        return new Asked(field, word, isWhole(word), asked.insteads());
    }

    /** The ranges of the columns of a contact in which this piece may stand. */
    List<ContactRange> contactRanges() {
        List<ContactRange> ranges = new ArrayList<>();
        if (digits != null) {
            ranges.add(new ContactRange("normalized", "+" + digits));
            ranges.add(new ContactRange("middle", digits.startsWith("0") ? digits.replaceFirst("^0+", "") : digits));
            ranges.add(new ContactRange("tail", digits));
            ranges.add(new ContactRange(
                    "reversed", new StringBuilder(digits).reverse().toString()));
        }
        if (email != null) {
            for (String column : ContactRange.COLUMNS.subList(0, 3)) {
                ranges.add(new ContactRange(column, email));
            }
            if (email.contains(".") || email.contains("@")) {
                ranges.add(new ContactRange(
                        "reversed", new StringBuilder(email).reverse().toString()));
            }
        }
        return ranges.stream().filter(range -> !range.start().isEmpty()).toList();
    }

    /** A beginning in a column of the contact tables. */
    record ContactRange(String column, String start) {

        static final List<String> COLUMNS = List.of("normalized", "middle", "tail", "reversed");

        String end() {
            return Asked.end(start, false);
        }
    }
}

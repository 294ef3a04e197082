package org.callboard.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.callboard.addresses.Synonyms;
import org.callboard.addresses.TextNormalizer;
import org.callboard.contactpoints.EmailAddresses;
import org.callboard.contactpoints.PhoneSearch;
import org.callboard.validation.VisibleText;
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

    private static final int MAX_LENGTH = 200;
    private static final int MAX = 8;
    private static final int MAX_WORDS = 6;
    private static final int FEWEST_DIGITS = 3;
    private static final int MANY = 20_000;
    private static final int LOCAL_NUMBER = 7;
    private static final int MAX_NUMBER = 15;

    private static final Pattern GAP = Pattern.compile("[\\s,;]+");
    private static final Pattern NUMBER = Pattern.compile("[+(#]*[0-9][0-9().+/-]*");
    private static final Pattern PARTS_OF_EMAIL = Pattern.compile("[.@]");
    private static final Pattern EMAIL = Pattern.compile("(?=.*[a-z])[!-~]{3,}");

    /** At most eight pieces; what is beyond, and what is neither word nor number, counts for nothing. */
    static List<Typed> of(String text) {
        List<String> chunks = joined(GAP.split(readable(text)));
        List<Typed> all = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
            boolean last = i + 1 == chunks.size();
            if (last || !announcesUnit(chunks.get(i), chunks.get(i + 1))) {
                all.addAll(of(chunks.get(i), chunks.size() == 1, last));
            }
        }
        return all.stream()
                .filter(piece -> !piece.isNothing())
                .distinct()
                .limit(MAX)
                .toList();
    }

    /** As much of a text as is read, without the blanks around it. */
    static String readable(String text) {
        return VisibleText.strip(text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH));
    }

    /** A whole number as it is kept (E.164). */
    static Typed number(String form) {
        return new Typed(List.of(), true, null, digits(form), null);
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
            if (digits >= LOCAL_NUMBER && digits <= MAX_NUMBER) {
                all.add(number.toString());
                i = end;
            } else {
                all.add(pieces[i++]);
            }
        }
        return all;
    }

    private static boolean announcesUnit(String piece, String next) {
        List<String> words = TextNormalizer.words(piece);
        return words.size() == 1
                && Synonyms.DESIGNATOR.contains(words.getFirst())
                && (TextNormalizer.hasDigit(next) || next.length() == 1);
    }

    /** Words are pieces of their own, unless they may be an e-mail address or a number. */
    private static List<Typed> of(String chunk, boolean alone, boolean open) {
        List<String> words =
                TextNormalizer.words(chunk).stream().distinct().limit(MAX_WORDS).toList();
        if (NUMBER.matcher(chunk).matches()) {
            String digits = digits(chunk);
            String id = chunk.startsWith("#") ? chunk.substring(1) : chunk;
            boolean number = digits.length() >= FEWEST_DIGITS && digits.length() <= MAX_NUMBER;
            boolean whole = TextNormalizer.isNumber(id) && id.length() <= MAX_NUMBER;
            return List.of(new Typed(words, open, null, number ? digits : null, whole ? Long.valueOf(id) : null));
        }
        String whole = Objects.requireNonNullElse(EmailAddresses.first(chunk), chunk);
        String email = whole.toLowerCase(Locale.ROOT).replaceAll("^@|[.]$", "");
        if (EMAIL.matcher(email).matches()
                && (chunk.startsWith("@") || PARTS_OF_EMAIL.matcher(email).find())) {
            return List.of(new Typed(words, open, email, null, null));
        }
        if (alone && words.size() == 1 && EMAIL.matcher(email).matches()) {
            return List.of(new Typed(words, open, email, null, null));
        }
        return words.stream()
                .map(word -> new Typed(List.of(word), open, null, null, null))
                .toList();
    }

    private static String digits(CharSequence text) {
        return PhoneSearch.digits(text.toString());
    }

    private boolean isNothing() {
        return words.isEmpty() && email == null && digits == null;
    }

    /** Whether a record's word is what was typed, or begins so. */
    boolean fits(String typed, String word) {
        return whole(typed) ? word.equals(typed) : word.startsWith(typed);
    }

    boolean whole(String word) {
        return !open && TextNormalizer.isNumber(word);
    }

    /** Whether it has the length of a telephone number or the form of an e-mail address. */
    boolean mayBeWholeContact() {
        return digits != null && digits.length() >= LOCAL_NUMBER || email != null && email.contains("@");
    }

    /** About how many records fit. */
    int expected(Map<String, Integer> ofWords, int ofContacts) {
        return ofContacts
                + words.stream()
                        .mapToInt(word -> ofWords.getOrDefault(word, MANY))
                        .min()
                        .orElse(0);
    }

    /** A word of this piece as it is asked for in a field. */
    Asked asked(Field field, String word) {
        Asked asked = Asked.beginning(field, word);
        return new Asked(field, word, whole(word), asked.insteads());
    }

    /** The ranges of the columns of a contact in which this piece may stand. */
    List<ContactRange> contactRanges() {
        List<ContactRange> ranges = new ArrayList<>();
        if (digits != null) {
            ranges.add(new ContactRange("form", "+" + digits));
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

        static final List<String> COLUMNS = List.of("form", "middle", "tail", "reversed");

        String end() {
            return Asked.end(start, false);
        }
    }
}

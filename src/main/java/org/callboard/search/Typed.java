package org.callboard.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
    private static final int LOCAL_NUMBER = 7;
    private static final int MAX_NUMBER = 15;

    private static final List<String> AND = List.of("and");
    private static final Pattern GAP = Pattern.compile("[\\s,;]+");
    private static final Pattern NUMBER = Pattern.compile("[+(#]*[0-9][0-9().+/-]*");
    private static final Pattern PARTS_OF_EMAIL = Pattern.compile("[.@]");
    private static final Pattern EMAIL = Pattern.compile("(?=.*[a-z])[!-~]{3,}");

    /** At most eight pieces; what is beyond, and what is neither word nor number, counts for nothing. */
    static List<Typed> of(String text) {
        List<String> chunks = joined(GAP.split(readable(text)));
        List<Typed> all = new ArrayList<>();
        boolean announced = false;
        for (int i = 0; i < chunks.size(); i++) {
            boolean last = i + 1 == chunks.size();
            boolean announces = !last && announcesUnit(chunks.get(i), chunks.get(i + 1));
            if (!announces) {
                all.addAll(of(chunks.get(i), chunks.size() == 1, last && !announced));
            }
            announced = announces;
        }
        all.removeIf(Typed::isNothing);
        return withoutAnd(all).stream().distinct().limit(MAX).toList();
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

    /** {@code Smith & Sons} has no word between the two, so {@code and} is not looked for there. */
    private static List<Typed> withoutAnd(List<Typed> all) {
        return IntStream.range(0, all.size())
                .filter(i ->
                        i == 0 || i + 1 == all.size() || !all.get(i).words().equals(AND))
                .mapToObj(all::get)
                .toList();
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
            boolean whole = TextNormalizer.isNumber(id) && id.length() <= MAX_NUMBER && !id.startsWith("0");
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

    /** Whether it is words alone, and no part of a number or an e-mail address. */
    boolean isWords() {
        return email == null && digits == null;
    }

    private boolean isNothing() {
        return words.isEmpty() && email == null && digits == null;
    }

    /** Whether a record must have the word itself, and not one that begins so. */
    boolean whole(String word) {
        return !open && TextNormalizer.isNumber(word);
    }
}

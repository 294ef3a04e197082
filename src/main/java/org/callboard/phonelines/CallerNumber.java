package org.callboard.phonelines;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.contactpoints.NormalizedContact;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** What a telephone system says about one end of a call. */
public sealed interface CallerNumber {

    /** Nothing yet; it may be told later. */
    record NotTold() implements CallerNumber {}

    /** The caller keeps it to themselves, or nobody can read what was told: nothing that two callers could have in common. */
    record Withheld() implements CallerNumber {}

    /** A number of the public telephone network. */
    record Number(String e164) implements CallerNumber {}

    /** A telephone of a company's own system: an extension, or the word by which the system names it. */
    record Line(String text) implements CallerNumber {

        /** Digits as they are dialed within the house. */
        public boolean isExtension() {
            return CallerNumber.isExtension(text);
        }
    }

    /** What is dialed within a house, and shorter than any number of the world. */
    Pattern EXTENSION = Pattern.compile("[0-9*#]{1,6}");

    /** A name before an address. */
    Pattern NAMED = Pattern.compile("([^<]*)<([^<>]*)>", Pattern.DOTALL);

    Pattern SCHEME = Pattern.compile("(sips?|tel|client):(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What stands behind the number or the user of an address: a host, or parameters. */
    Pattern BEHIND_USER = Pattern.compile("[@;?].*", Pattern.DOTALL);

    Pattern FIGURES = Pattern.compile("[+]?[0-9() .-]+");

    /** What telephone systems say instead of a number. */
    Set<String> WORDS = Set.of("anonymous", "restricted", "unavailable", "unknown", "private");

    /** The same, typed on a keypad by systems that send figures alone. With a plus they look like numbers of the world. */
    Set<String> KEYPAD = Set.of("266696687", "7378742833", "86282452253", "2562533", "8656696");

    /** A number of the world has no fewer digits; a text with a plus and fewer is a broken one. */
    int FEWEST_DIGITS = 8;

    /**
     * Reads it, never throwing: what says that the number is withheld is looked for before anything is taken for a number, in
     * a name beside it too. What people type who have no number is none.
     *
     * @param told as the system sent it; null where it sent nothing, and not where it sent an empty text
     * @param region the country of numbers without a country code, such as {@code US}
     */
    static CallerNumber read(@Nullable String told, String region) {
        if (told == null) {
            return new NotTold();
        }
        String text = VisibleText.clean(told);
        Matcher named = NAMED.matcher(text);
        if (!named.matches()) {
            return ofAddress(text, region);
        }
        String name = VisibleText.strip(named.group(1).replace('"', ' '));
        return isWord(name) ? new Withheld() : ofAddress(VisibleText.strip(named.group(2)), region);
    }

    /** Whether a text is an extension, as users have them. */
    static boolean isExtension(String text) {
        return EXTENSION.matcher(text).matches();
    }

    private static CallerNumber ofAddress(String text, String region) {
        Matcher scheme = SCHEME.matcher(text);
        String user = text;
        boolean line = false;
        if (scheme.matches()) {
            user = VisibleText.strip(BEHIND_USER.matcher(scheme.group(2)).replaceFirst(""));
            line = !scheme.group(1).equalsIgnoreCase("tel");
        }
        if (user.isEmpty() || isWord(user)) {
            return new Withheld();
        }
        if (isExtension(user)) {
            return new Line(user);
        }
        if (!FIGURES.matcher(user).matches()) {
            return line ? new Line(text) : number(user, region);
        }
        boolean broken = user.startsWith("+") && digits(user).length() < FEWEST_DIGITS;
        return broken ? new Withheld() : number(user, region);
    }

    private static boolean isWord(String text) {
        return WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isKeypad(String text) {
        return KEYPAD.contains(digits(text));
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    private static CallerNumber number(String text, String region) {
        List<NormalizedContact> all = ContactParser.of(ContactType.Phone, text, region).all().stream()
                .filter(one -> one.kind() != ContactType.Email && one.isWhole())
                .toList();
        NormalizedContact only = all.size() == 1 ? all.getFirst() : null;
        boolean word = only == null || isKeypad(only.typed()) || isKeypad(only.form());
        return only != null && only.attaches() && !word ? new Number(only.form()) : new Withheld();
    }
}

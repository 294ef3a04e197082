package org.callboard.contactpoints;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Reads the numbers in a text. Most texts are one number and nothing else, which is tried first: looking for numbers among
 * other things costs ten times as much.
 */
final class PhoneParts {

    private static final int MAX = 20;

    /** A number without its area code has as many; what is shorter parts nothing. */
    private static final int LOCAL = 7;

    /** What most texts are: a number beside which nothing needs to be looked for. */
    private static final Pattern ALONE = Pattern.compile("[+(]?[0-9][0-9() -]*");

    private static final Pattern SCHEME = Pattern.compile(
            "^(?:tel|sms|callto|telephone|phone|ph|p)\\s*[.:]+\\s*(?=[+(\\d])", Pattern.CASE_INSENSITIVE);

    /** What may part two numbers. Commas in a row are pauses of a telephone, and a semicolon may begin an extension. */
    private static final Pattern BETWEEN = Pattern.compile(
            "\\s*(?::::|[/|&\\r\\n]|(?<!,),(?!,)|;(?!\\s*ext)|\\b(?:or|and)\\b)+\\s*", Pattern.CASE_INSENSITIVE);

    private static final Pattern OUTER =
            Pattern.compile("^(?:" + BETWEEN + ")|(?:" + BETWEEN + ")$", Pattern.CASE_INSENSITIVE);

    /** A spreadsheet takes a long number for an amount. */
    private static final Pattern DAMAGE = Pattern.compile("(?<=\\d{7})\\.0$");

    private static final String EXTENSION_SIGN = "(?:;?\\s*ext(?:ensio)?n?\\.?\\s*[=:]?|[x×#]|,{1,3}(?=[\\d\\s]+#))";

    /** Behind a number. */
    private static final Pattern EXTENSION = Pattern.compile(
            "\\s*,?\\s*" + EXTENSION_SIGN + "\\s*[.:]?\\s*(\\d{1,7})(?!\\d)#?", Pattern.CASE_INSENSITIVE);

    private static final Pattern AT_END = Pattern.compile("(?<=[\\d)])" + EXTENSION + "$", Pattern.CASE_INSENSITIVE);

    /** Nothing but figures and what people write between them. */
    private static final Pattern PLAIN = Pattern.compile("[+＋(\\[]*\\p{Nd}[\\p{Nd}\\s()\\[\\]+./·*‐-―−-]*");

    /** What is left around numbers where it says nothing. */
    private static final Pattern SILENT = Pattern.compile(
            "^(?:[\\s,;:/|&.<>\"“”'‘’`()\\[\\]–-]|\\b(?:or|and)\\b)+|(?:[\\s,;:/|&<>\"“”'‘’`()\\[\\]–-]|\\b(?:or|and)\\b)+$");

    private static final Pattern FIGURES = Pattern.compile("\\p{Nd}+");
    private static final Pattern SHORT = Pattern.compile("\\d{1,5}");

    private final PhoneRules rules;
    private final ContactType kind;

    PhoneParts(PhoneRules rules, ContactType kind) {
        this.rules = rules;
        this.kind = kind;
    }

    /** All numbers in a text that was cleaned, in its order; a number's note is what stands beside it. */
    List<NormalizedContact> in(String cleaned) {
        if (ALONE.matcher(cleaned).matches()) {
            NormalizedContact only = rules.read(kind, cleaned, cleaned, "");
            return only != null ? List.of(only) : among(cleaned);
        }
        String text = DAMAGE.matcher(
                        SCHEME.matcher(OUTER.matcher(cleaned).replaceAll("")).replaceFirst(""))
                .replaceFirst("");
        List<NormalizedContact> all = parted(text);
        return all.isEmpty() ? alone(text) : all;
    }

    private List<NormalizedContact> alone(String text) {
        NormalizedContact only = only(text);
        return only != null ? List.of(only) : among(text);
    }

    /** The numbers of a text whose every part is one; none where one is not. */
    private List<NormalizedContact> parted(String text) {
        if (!BETWEEN.matcher(text).find()) {
            return List.of();
        }
        List<NormalizedContact> all = new ArrayList<>();
        for (String part : BETWEEN.split(text)) {
            NormalizedContact one = all.isEmpty() ? only(part) : next(all.getLast(), part);
            if (one == null || digits(one.form()) < LOCAL) {
                return List.of();
            }
            all.add(one);
        }
        return all.size() > 1 ? all : List.of();
    }

    /** The number that a part is, or the extension that it has behind the one before. */
    private @Nullable NormalizedContact next(NormalizedContact last, String part) {
        Matcher extension = EXTENSION.matcher(part);
        if (extension.matches()) {
            return another(last, part, extension.group(1));
        }
        return !last.extension().isEmpty() && SHORT.matcher(part).matches()
                ? another(last, "x" + part, part)
                : only(part);
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }

    private static NormalizedContact another(NormalizedContact main, String typed, String extension) {
        return new NormalizedContact(
                main.kind(), mainNumber(main.typed()) + " " + typed, main.form(), extension, main.attaches(), null);
    }

    private static String mainNumber(String typed) {
        return AT_END.matcher(typed).replaceFirst("");
    }

    /** The number that a text is; null where there is more to it, or less. */
    private @Nullable NormalizedContact only(String text) {
        Matcher extension = AT_END.matcher(text);
        boolean extended = extension.find();
        String number = extended ? text.substring(0, extension.start()) : text;
        return PLAIN.matcher(number).matches()
                ? rules.read(kind, text, number, extended ? extension.group(1) : "")
                : null;
    }

    /** The numbers among other things. */
    private List<NormalizedContact> among(String text) {
        List<NormalizedContact> all = new ArrayList<>();
        List<String> beside = new ArrayList<>();
        int behind = 0;
        for (PhoneNumberMatch match : PhoneRules.PHONES.findNumbers(text, rules.region(), Leniency.POSSIBLE, MAX)) {
            if (match.start() < behind) {
                continue; // it is an extension of the one before
            }
            Matcher extension = EXTENSION.matcher(text).region(match.end(), text.length());
            boolean extended = !match.number().hasExtension() && extension.lookingAt();
            int end = extended ? extension.end() : match.end();
            NormalizedContact one = rules.read(
                    kind,
                    VisibleText.strip(text.substring(match.start(), end)),
                    mainNumber(match.rawString()),
                    extended ? extension.group(1) : match.number().getExtension());
            if (one == null || digits(one.form()) < LOCAL) {
                continue;
            }
            beside.add(text.substring(behind, match.start()));
            all.add(one);
            behind = end;
            for (Matcher more = BETWEEN.matcher(text).region(behind, text.length());
                    more.lookingAt();
                    more.region(behind, text.length())) {
                Matcher other = EXTENSION.matcher(text).region(more.end(), text.length());
                if (!other.lookingAt()) {
                    break;
                }
                beside.add("");
                all.add(another(one, VisibleText.strip(other.group()), other.group(1)));
                behind = other.end();
            }
        }
        if (all.isEmpty()) {
            return spelled(text);
        }
        beside.add(text.substring(behind));
        return noted(all, beside);
    }

    /** A first number with what is no whole one behind it, or one that spells a word. */
    private List<NormalizedContact> spelled(String text) {
        Matcher between = BETWEEN.matcher(text);
        if (between.find() && between.start() > 0) {
            NormalizedContact one = only(text.substring(0, between.start()));
            if (one != null && digits(one.form()) >= LOCAL) {
                return List.of(one.with(text.substring(between.start())));
            }
        }
        Vanity.Found found = Vanity.in(text, rules);
        NormalizedContact one =
                found == null ? null : rules.read(kind, text.substring(found.start(), found.end()), found.digits(), "");
        return one == null || found == null
                ? List.of()
                : noted(List.of(one), List.of(text.substring(0, found.start()), text.substring(found.end())));
    }

    /** A few figures say nothing without the sign that parts them from the number. */
    private static String note(String text) {
        String note = SILENT.matcher(text).replaceAll("");
        return FIGURES.matcher(note).matches() ? VisibleText.strip(text) : note;
    }

    /** Who writes what a number is before the first writes it before them all. */
    static List<NormalizedContact> noted(List<NormalizedContact> all, List<String> beside) {
        List<String> notes = beside.stream().map(PhoneParts::note).toList();
        boolean before = !notes.getFirst().isEmpty() && notes.getLast().isEmpty();
        List<NormalizedContact> noted = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String own = notes.get(before ? i : i + 1);
            String note = i == 0 && !before && !notes.getFirst().isEmpty()
                    ? VisibleText.strip(notes.getFirst() + " " + own)
                    : own;
            noted.add(all.get(i).with(note.isEmpty() ? null : note));
        }
        return noted;
    }
}

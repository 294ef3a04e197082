package org.callboard.sheets;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.addresses.CountryRules;
import org.callboard.addresses.Synonyms;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what spreadsheets and the files of lead forms do to numbers and ZIP codes, where it is certain; and tells what
 * can't be one any more.
 */
final class CellRepair {

    /** What the files of lead forms write in front: {@code p:+19375550100}, {@code z:45402}. */
    private static final Pattern PREFIX = Pattern.compile("^[pz]:\\s*", Pattern.CASE_INSENSITIVE);

    /** A number that was computed with: {@code 9375550100.0}. */
    private static final Pattern POINT = Pattern.compile("(\\+?\\d+)\\.0+");

    private static final Pattern POWER =
            Pattern.compile("(\\d)(?:[.,](\\d+))?E\\+?(\\d{1,2})", Pattern.CASE_INSENSITIVE);
    /** What most cells with numbers are, which nothing has happened to. */
    private static final Pattern FIGURES = Pattern.compile("[0-9() +-]+");

    private static final Pattern ZIP = Pattern.compile("(\\d{3,5})(?:-?(\\d{4}))?");

    /** What most are. */
    private static final Pattern WHOLE = Pattern.compile("[0-9]{5}");

    /** A ZIP with the state or country before it, and with any blanks and dashes between its halves and at its end. */
    private static final Pattern WRITTEN =
            Pattern.compile("(?:(\\p{L}[\\p{L}. ]*?)[\\s.,-]*)?(\\d{3,9})(?:[\\s\\p{Pd}]+(\\d{4}))?[\\s\\p{Pd}.,_]*");

    /** By which spreadsheets keep a text that looks like a number, and which some write out. */
    private static final Pattern TEXT_MARK = Pattern.compile("^['‘’`]+\\s*|\\s*['‘’`]+$");

    /** How ZIP codes begin where they begin with zeros. */
    private static final Map<String, Pattern> WITH_ZEROS = Map.of(
            "ct", Pattern.compile("06(?!390).*"),
            "ma", Pattern.compile("0(?:1|2[0-7]|5501|5544).*"),
            "me", Pattern.compile("0(?:39|4).*"),
            "nh", Pattern.compile("03[0-8].*"),
            "nj", Pattern.compile("0[78].*"),
            "ny", Pattern.compile("0(?:0501|0544|6390).*"),
            "pr", Pattern.compile("00[679].*"),
            "ri", Pattern.compile("02[89].*"),
            "vi", Pattern.compile("008.*"),
            "vt", Pattern.compile("05(?!501|544).*"));

    private CellRepair() {}

    /** What a cell with numbers held. */
    static String phone(String text) {
        if (FIGURES.matcher(text).matches()) {
            return text;
        }
        String bare = computed(PREFIX.matcher(bare(text)).replaceFirst(""));
        Matcher power = POWER.matcher(bare);
        if (!power.matches() || power.group(2) == null) {
            return bare;
        }
        int places = Integer.parseInt(power.group(3));
        String digits = power.group(2);
        return digits.length() == places && places >= 6 ? power.group(1) + digits : bare;
    }

    /** One of our own ids, as it may be computed with or filled up with zeros: {@code 1290.0}, {@code 001290}. */
    static String id(String text) {
        return text.replaceFirst("^0*(\\d{1,18})(\\.0)?$", "$1");
    }

    /** An id of another system, which may begin with zeros: {@code 1290.0} is 1290. */
    static String externalId(String text) {
        return text.replaceFirst("^(\\d+)\\.0$", "$1");
    }

    /** A sentence about a number of which the spreadsheet has kept but the first digits; null for others. */
    static @Nullable String problem(String phone) {
        return !FIGURES.matcher(phone).matches() && POWER.matcher(phone).matches()
                ? "“" + phone + "” is no phone number any more: a spreadsheet has shortened it."
                : null;
    }

    /** A text without the apostrophe that says that it is one. */
    static String bare(String text) {
        return TEXT_MARK.matcher(text).replaceAll("");
    }

    private static String computed(String text) {
        Matcher point = POINT.matcher(text);
        return point.matches() ? point.group(1) : text;
    }

    /**
     * What a cell with a ZIP held.
     *
     * @param state that stands before it in the cell; null where there is none
     */
    record Zip(String text, @Nullable String state) {}

    /**
     * What a cell with a ZIP held: its zeros in front come back where the state has such ones.
     *
     * @param country by its name; empty where it is not known
     * @param warnings takes a sentence about what is no postcode there
     */
    static Zip zip(String text, String state, String country, List<String> warnings) {
        CountryRules rules = CountryRules.of(country, null);
        if (WHOLE.matcher(text).matches() && rules.code().equals("us") && rules.isPostcode(text)) {
            return new Zip(text, null);
        }
        String bare = computed(PREFIX.matcher(bare(text)).replaceFirst(""));
        boolean american = rules.code().equals("us");
        String named = null;
        Matcher written = WRITTEN.matcher(bare);
        if (american && written.matches() && isPlace(written.group(1))) {
            named = written.group(1) == null || stateCode(written.group(1)) == null ? null : written.group(1);
            bare = written.group(2) + (written.group(3) == null ? "" : "-" + written.group(3));
        }
        Matcher figures = ZIP.matcher(bare);
        boolean read = !american || figures.matches();
        if (american && read) {
            String known = named != null && state.isEmpty() ? named : state;
            bare = ofUs(figures, rules.onlyState() == null ? known : rules.onlyState());
        }
        if (!read || !rules.isPostcode(bare)) {
            warnings.add("“" + bare + "” is no postcode of " + rules.name() + ".");
        }
        return new Zip(bare, named);
    }

    /** Whether what stands before a ZIP is a state, or the country. */
    private static boolean isPlace(@Nullable String words) {
        return words == null
                || stateCode(words) != null
                || CountryRules.of(words, null).code().equals("us");
    }

    private static @Nullable String stateCode(String state) {
        List<String> codes = Synonyms.STATE.keptForPhrase(List.of(
                state.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L} ]", "").split(" +")));
        return codes.isEmpty() ? null : codes.getFirst();
    }

    private static String ofUs(Matcher figures, String state) {
        String text = figures.group();
        String digits = text.replace("-", "");
        boolean plus = digits.length() > 5;
        int missing = (plus ? 9 : 5) - digits.length();
        String whole = "0".repeat(Math.max(0, missing)) + digits;
        String code = stateCode(state);
        Pattern zeros = code == null ? null : WITH_ZEROS.get(code);
        boolean sure = missing == 0 || zeros != null && zeros.matcher(whole).matches();
        return !sure ? text : plus ? whole.substring(0, 5) + "-" + whole.substring(5) : whole;
    }
}

package org.callboard.sheets;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.callboard.addresses.CountryRules;

/** What people and programs write into a cell that has nothing to say: such a cell is an empty one. */
final class NoValue {

    /** What spreadsheets show where a formula failed. */
    private static final Pattern FAILED = Pattern.compile("#(?:N/A|REF!|VALUE!|NULL!|NUM!|NAME\\?|DIV/0!)");

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Without blanks and signs. */
    private static final Set<String> WORDS = Set.of(
            "na",
            "none",
            "null",
            "nil",
            "nan",
            "unknown",
            "unspecified",
            "undefined",
            "notapplicable",
            "notavailable",
            "notgiven",
            "notknown",
            "notprovided",
            "notset",
            "blank",
            "empty",
            "missing",
            "tba",
            "tbd");

    private static final Pattern OF_CONTACT = Pattern.compile("0{1,4}|x{1,4}|no|nope|declined|refused|unlisted"
            + "|(?:no|nil|none|without|unknown)(?:home|work|cell|mobile|main)?(?:cell|mobile|phone|tel|telephone|number|fax|e?mail)"
            + "(?:number|address|given|provided|onfile)?"
            + "|(?:does|do|did)n(?:o)?thave(?:one|any|it)?");

    private static final Pattern ZEROS = Pattern.compile("0+");

    private NoValue() {}

    /** Whether a text says no more than that there is none; a name or a note may be any text. */
    static boolean is(ImportField field, String text) {
        if (text.startsWith("#") && FAILED.matcher(text).matches()) {
            return true;
        }
        return switch (field) {
            case phone, mobilePhone, fax, email -> {
                String word = word(text);
                yield !says(word) || OF_CONTACT.matcher(word).matches();
            }
            case followUpDate -> !says(word(text)) || ZEROS.matcher(word(text)).matches();
            case state -> !text.equalsIgnoreCase("NA") && isNothing(word(text)); // a province of Italy
            case zip, unit, customerId, locationId, externalId -> isNothing(word(text));
            case country -> !says(word(text)) && !CountryRules.of(text, null).isKnown();
            case type, priority, doNotMail, doNotService, isBilling, phoneLabel -> !says(word(text));
            default -> false;
        };
    }

    private static boolean isNothing(String word) {
        return !says(word) || word.equals("0");
    }

    private static boolean says(String word) {
        return !word.isEmpty() && !WORDS.contains(word);
    }

    private static String word(String text) {
        return SIGNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}

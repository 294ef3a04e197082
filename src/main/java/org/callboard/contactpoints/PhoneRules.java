package org.callboard.contactpoints;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a library knows of the numbers of the world.
 *
 * @param region the country of numbers without a country code, such as {@code US}
 */
record PhoneRules(String region) {

    static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    /** Where ten figures are a number with its area code, unless the first says something else. */
    private static final Set<String> NORTH_AMERICA = Set.of("US", "CA");

    private static final int NATIONAL = 10;

    /** Whether the figures are a number with its area code. */
    boolean isWhole(String digits) {
        PhoneNumber number = parse(digits);
        return number != null && PHONES.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
    }

    /** The number in a text that has nothing else; null where it has no number's length. */
    @Nullable
    NormalizedContact read(ContactType kind, String typed, String number, String extension) {
        String ten = NORTH_AMERICA.contains(region) ? tenFigures(number) : null;
        if (ten != null) {
            return new NormalizedContact(kind, typed, "+1" + ten, extension, !Placeholders.isNumber(ten), null);
        }
        PhoneNumber parsed = parse(number);
        if (parsed == null) {
            return null;
        }
        String national = PHONES.getNationalSignificantNumber(parsed);
        return switch (PHONES.isPossibleNumberWithReason(parsed)) {
            case IS_POSSIBLE ->
                new NormalizedContact(
                        kind,
                        typed,
                        PHONES.format(parsed, PhoneNumberFormat.E164),
                        extension,
                        !Placeholders.isNumber(national),
                        null);
            case IS_POSSIBLE_LOCAL_ONLY -> new NormalizedContact(kind, typed, national, extension, false, null);
            default -> null;
        };
    }

    /**
     * The figures of a number as most are written, with nothing but signs between them; null for any other, of which the
     * library knows more. A list has many thousands of them, and the library takes ten times as long for the same. The
     * country's own code may stand in front.
     */
    private static @Nullable String tenFigures(String number) {
        StringBuilder figures = new StringBuilder(NATIONAL);
        for (int i = number.startsWith("+1") ? 2 : 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c >= '0' && c <= '9') {
                figures.append(c);
            } else if ("() -.".indexOf(c) < 0) {
                return null;
            }
        }
        return figures.length() == NATIONAL && figures.charAt(0) >= '2' ? figures.toString() : null;
    }

    /** A number as people of the region write it. */
    String shown(NormalizedContact contact) {
        PhoneNumber number = contact.isWhole() ? parse(contact.form()) : null;
        if (number == null) {
            return contact.typed();
        }
        if (!contact.extension().isEmpty()) {
            number.setExtension(contact.extension());
        }
        boolean home = region.equals(PHONES.getRegionCodeForNumber(number));
        return PHONES.format(number, home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    }

    private @Nullable PhoneNumber parse(String number) {
        try {
            return PHONES.parse(number, region);
        } catch (NumberParseException e) {
            return null;
        }
    }
}

package org.callboard.contactpoints;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a library knows of the numbers of the world.
 *
 * @param region the country of numbers without a country code, such as {@code US}
 */
record PhoneRules(String region) {

    static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    /** Whether the figures are a number with its area code. */
    boolean isWhole(String digits) {
        PhoneNumber number = parse(digits);
        return number != null && PHONES.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
    }

    /** The number in a text that has nothing else; null where it has no number's length. */
    @Nullable
    NormalizedContact read(ContactType kind, String typed, String number, String extension) {
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

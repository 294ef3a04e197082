package org.callboard.addresses;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Brings what people type for a phone number or e-mail address to one form that can be searched by. */
public final class ContactValues {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private ContactValues() {}

    /**
     * E.164 of a phone or fax number, the lower case of an e-mail address; null where it can't be read as one.
     *
     * @param region the country of numbers without a country code, such as {@code US}
     */
    public static @Nullable String normalize(ContactType type, String value, String region) {
        if (type == ContactType.Email) {
            return value.strip().toLowerCase(Locale.ROOT);
        }
        try {
            var number = PHONES.parse(value, region);
            return PHONES.isPossibleNumber(number) ? PHONES.format(number, PhoneNumberFormat.E164) : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    /** A sentence about what is wrong with a value, or null where it may stand. It is generous: a lost call costs more. */
    public static @Nullable String problem(ContactType type, String value) {
        if (type == ContactType.Email) {
            return value.strip().matches("[^@\\s]+@[^@\\s]+") ? null : "An e-mail address is expected.";
        }
        return value.chars().filter(Character::isDigit).count() >= 5 ? null : "A phone number is expected.";
    }

    /** A number as people of the region write it; what was typed where it can't be read. */
    public static String display(String value, String region) {
        try {
            var number = PHONES.parse(value, region);
            boolean home = region.equals(PHONES.getRegionCodeForNumber(number));
            return PHONES.format(number, home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return value;
        }
    }
}

package org.callboard.addresses;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings what people type for a phone number or e-mail address to one form that can be searched by. */
public final class ContactValues {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private ContactValues() {}

    /**
     * E.164 of a phone or fax number, the lower case of an e-mail address; null where it can't be one.
     *
     * @param region the country of numbers without a country code, such as {@code US}
     */
    public static @Nullable String normalize(ContactType type, String value, String region) {
        if (type == ContactType.Email) {
            return problem(type, value) == null ? value.strip().toLowerCase(Locale.ROOT) : null;
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

    /** What a value plainly is where nobody says; empty where it is neither a number nor an e-mail address. */
    public static Optional<ContactType> typeOf(String value) {
        return Stream.of(ContactType.Email, ContactType.Phone)
                .filter(type -> problem(type, value) == null)
                .findFirst();
    }

    /** What an entry is: an e-mail address sent as a number, or a number sent as an address, is what it plainly is. */
    public static ContactType understood(ContactType type, String value) {
        ContactType plain = typeOf(value).orElse(type);
        return type == ContactType.Email || plain == ContactType.Email ? plain : type;
    }

    /** Whether somebody can be reached by it, whatever it was sent as. A fax is read by nobody who waits for an answer. */
    public static boolean reaches(ContactType type, String value) {
        ContactType kind = understood(type, value);
        return kind != ContactType.Fax && problem(kind, value) == null;
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

package org.callboard.contactpoints;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.addresses.ReadOfLate;
import org.callboard.contactpoints.EmailAddresses.Found;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** Reads what people type for a phone number or e-mail address, which may be several of both. */
public final class ContactParser {

    /** What is longer than any value that may be stored is not read: looking through it could take for ever. */
    static final int MAX_LENGTH = 1000;

    /** A number of a house's own has no fewer. */
    private static final int MIN_DIGITS = 5;

    /** What has the sign of an address and is none holds no number either. */
    private static final Pattern BROKEN_ADDRESS = Pattern.compile("\\S*@\\S*");

    /** What says no more than that an address follows. */
    private static final Pattern LABEL = Pattern.compile("\\b(?:mailto|e-?mails?)\\s*:", Pattern.CASE_INSENSITIVE);

    /**
     * A row of a list is compared, matched and stored, and reading a number costs more than each of these. A part of a list
     * has up to 5,000 rows.
     */
    private static final ReadOfLate<Key, ParsedContact> READ = new ReadOfLate<>(16_384);

    /** Longer values are rare. */
    private static final int MAX_KEPT = 100;

    private record Key(ContactType type, String value, String region) {}

    private ContactParser() {}

    /**
     * What a value is understood as.
     *
     * @param type what it was sent as
     * @param region the country of numbers without a country code, such as {@code US}
     */
    public static ParsedContact of(ContactType type, String value, String region) {
        return value.length() > MAX_KEPT
                ? read(type, value, region)
                : READ.get(new Key(type, value, region), key -> read(key.type, key.value, key.region));
    }

    private static ParsedContact read(ContactType type, String value, String region) {
        String text = value.length() > MAX_LENGTH ? "" : VisibleText.clean(value);
        ContactType number = type == ContactType.Email ? ContactType.Phone : type;
        PhoneParts numbers = new PhoneParts(new PhoneRules(region), number);
        if (text.indexOf('@') < 0) {
            return new ParsedContact(type, value, numbers.in(text));
        }
        List<NormalizedContact> addresses = new ArrayList<>();
        List<List<NormalizedContact>> between = new ArrayList<>();
        List<String> beside = new ArrayList<>();
        int behind = 0;
        for (Found address : EmailAddresses.in(text)) {
            between(text.substring(behind, address.start()), numbers, between, beside);
            boolean attaches = !Placeholders.isEmail(address.form());
            addresses.add(
                    new NormalizedContact(ContactType.Email, address.typed(), address.form(), "", attaches, null));
            behind = address.end();
        }
        between(text.substring(behind), numbers, between, beside);
        List<NormalizedContact> noted = addresses.isEmpty() ? List.of() : PhoneParts.noted(addresses, beside);
        List<NormalizedContact> all = new ArrayList<>();
        for (int i = 0; i < between.size(); i++) {
            all.addAll(between.get(i));
            all.addAll(i < noted.size() ? List.of(noted.get(i)) : List.of());
        }
        return new ParsedContact(type, value, all);
    }

    /** What stands beside addresses: numbers, or what is to be noted. */
    private static void between(
            String text, PhoneParts numbers, List<List<NormalizedContact>> found, List<String> beside) {
        if (text.isEmpty()) {
            found.add(List.of());
            beside.add("");
            return;
        }
        found.add(numbers.in(BROKEN_ADDRESS.matcher(text).replaceAll(" ")));
        beside.add(found.getLast().isEmpty() ? LABEL.matcher(text).replaceAll(" ") : "");
    }

    /** A sentence about what is wrong with a value, or null where it may stand. It is generous: a lost call costs more. */
    public static @Nullable String problem(ContactType type, String value) {
        String text = VisibleText.clean(value);
        if (type == ContactType.Email) {
            return EmailAddresses.in(text).isEmpty() ? "An e-mail address is expected." : null;
        }
        return hasDigits(text) || Vanity.isIn(text) ? null : "A phone number is expected.";
    }

    /** What it is: an e-mail address sent as a number, or a number sent as an address, is what it plainly is. */
    public static ContactType kind(ContactType type, String value) {
        String text = VisibleText.clean(value);
        List<Found> addresses = EmailAddresses.in(text);
        if (addresses.isEmpty()) {
            return type == ContactType.Email && problem(ContactType.Phone, value) == null ? ContactType.Phone : type;
        }
        boolean number = hasDigits(text.substring(0, addresses.getFirst().start()));
        return type == ContactType.Email || !number ? ContactType.Email : type;
    }

    /** Whether somebody can be reached by it, whatever it was sent as. A fax is read by nobody who waits for an answer. */
    public static boolean reaches(ContactType type, String value) {
        ContactType kind = kind(type, value);
        return kind != ContactType.Fax && problem(kind, value) == null;
    }

    private static boolean hasDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < MIN_DIGITS; i++) {
            if (Character.isDigit(text.charAt(i))) {
                digits++;
            }
        }
        return digits == MIN_DIGITS;
    }

    /** What a value plainly is where nobody says; null where it is neither a number nor an e-mail address. */
    public static @Nullable ContactType typeOf(String value) {
        for (ContactType type : List.of(ContactType.Email, ContactType.Phone)) {
            if (problem(type, value) == null) {
                return type;
            }
        }
        return null;
    }
}

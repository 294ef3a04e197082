package org.callboard.contactpoints;

import org.callboard.paging.Where;

/** A number that somebody looks for, in any format: whole, or how it ends. */
public record PhoneSearch(String digits) {

    private static final int NATIONAL = 10;

    /** Reads what was typed. */
    public static PhoneSearch of(String text, String region) {
        String typed = digits(text);
        NormalizedContact number = typed.length() >= NATIONAL || Vanity.isIn(text)
                ? ContactParser.of(ContactType.Phone, text, region).first()
                : null;
        String digits = number == null ? typed : digits(number.form());
        return new PhoneSearch(digits.substring(Math.max(0, digits.length() - NATIONAL)));
    }

    /** Narrows a list of records to those that have the number, their own or one of several in a value. */
    public Where applyTo(Where where, ContactOwner kind) {
        String reversed = new StringBuilder(digits).reverse().toString();
        return where.bind("phoneEnd", reversed + Character.MAX_VALUE)
                .and("""
                        id = any(array(
                            select owner_id from contact_point
                            where tenant_id = :tenant and owner_kind = 'KIND' and not email
                                and reversed >= :phone and reversed < :phoneEnd))
                        """.replace("KIND", kind.name()), "phone", reversed); // the index has not all kinds
    }

    /** The digits of what somebody typed, without all else. */
    public static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}

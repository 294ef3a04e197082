package org.callboard.contactpoints;

import org.callboard.paging.Where;

/**
 * A number that somebody looks for, in any format. It is compared with tables that keep a number's {@code digits} and its
 * {@code last_digits}: an index serves the last seven, since behind a row-level policy it can't serve less.
 */
public record PhoneSearch(String digits) {

    /** A number without its area code has this many digits, and the stores keep as many of each number. */
    private static final int LOCAL = 7;

    private static final int NATIONAL = 10;

    /** Reads what was typed. */
    public static PhoneSearch of(String text, String region) {
        String digits = digits(text);
        if (digits.length() >= NATIONAL) {
            NormalizedContact number =
                    ContactParser.of(ContactType.Phone, text, region).first();
            digits = last(number == null ? digits : digits(number.form()), NATIONAL);
        }
        return new PhoneSearch(digits);
    }

    /** A condition on the columns digits and last_digits; {@link #bind} gives it its values. */
    public String condition() {
        return digits.length() < LOCAL
                ? "right(digits, length(:digits)) = :digits" // too short for the index: the tenant's numbers are
                // scanned
                : "last_digits = :lastDigits and right(digits, length(:digits)) = :digits";
    }

    public Where bind(Where where) {
        return where.bind("digits", digits).bind("lastDigits", last(digits, LOCAL));
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    private static String last(String digits, int count) {
        return digits.substring(Math.max(0, digits.length() - count));
    }
}

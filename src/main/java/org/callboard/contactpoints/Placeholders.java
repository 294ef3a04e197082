package org.callboard.contactpoints;

import java.util.Set;

/** What people type where a number or an e-mail address is asked for and there is none to give. */
final class Placeholders {

    private static final Set<String> NOBODY = Set.of(
            "noemail",
            "no-email",
            "no_email",
            "nomail",
            "none",
            "no",
            "na",
            "nope",
            "nobody",
            "noone",
            "null",
            "nil",
            "unknown",
            "declined",
            "refused",
            "notprovided",
            "notgiven",
            "donthave",
            "doesnthave",
            "noaddress",
            "email",
            "mail",
            "test",
            "testing",
            "fake",
            "asdf",
            "abc",
            "xyz",
            "x",
            "xx",
            "xxx",
            "a",
            "aa",
            "aaa");

    private static final String UP = "01234567890123456789";
    private static final String DOWN = "98765432109876543210";

    private Placeholders() {}

    /** Whether both halves say that there is none; {@code na@} at a company may be Nora Adams. */
    static boolean isEmail(String address) {
        int at = address.lastIndexOf('@');
        String domain = address.substring(at + 1);
        return NOBODY.contains(address.substring(0, at).replace(".", ""))
                && NOBODY.contains(domain.substring(0, domain.indexOf('.')));
    }

    /**
     * Whether one digit is all there is, or they are counted up or down, or nothing follows the area code.
     *
     * @param national the digits without a country code
     */
    static boolean isNumber(String national) {
        return national.chars().distinct().count() <= 1
                || UP.contains(national)
                || DOWN.contains(national)
                || national.endsWith("0000000");
    }
}

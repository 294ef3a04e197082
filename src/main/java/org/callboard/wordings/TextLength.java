package org.callboard.wordings;

/**
 * How long a text message is, as networks count it (3GPP TS 23.038): 160 characters of the GSM alphabet, some of which count
 * twice, or 70 of UTF-16 where one stands outside it; somewhat fewer in each of several parts.
 *
 * @param parts how many text messages it goes as
 */
public record TextLength(int characters, int parts) {

    private static final String ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String COUNTED_TWICE = "^{}\\[~]|€\f";

    public static TextLength of(String text) {
        boolean gsm = text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0 || COUNTED_TWICE.indexOf(c) >= 0);
        int units = gsm
                ? text.chars().map(c -> COUNTED_TWICE.indexOf(c) >= 0 ? 2 : 1).sum()
                : text.length();
        int characters = text.codePointCount(0, text.length());
        int alone = gsm ? 160 : 70;
        int each = gsm ? 153 : 67;
        return new TextLength(characters, units <= alone ? 1 : (units + each - 1) / each);
    }

    /** As in {@code 95 characters, 1 text message}. */
    public String words() {
        return characters + " characters, " + parts + (parts == 1 ? " text message" : " text messages");
    }
}

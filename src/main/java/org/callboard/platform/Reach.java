package org.callboard.platform;

import org.jspecify.annotations.Nullable;

/** The e-mail address and telephone number of somebody who works here: both optional, kept as typed. */
public final class Reach {

    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_PHONE = 40;

    private Reach() {}

    /** Notes what is wrong with the fields {@code email} and {@code phone}. */
    public static FieldErrors check(FieldErrors errors, @Nullable String email, @Nullable String phone) {
        String address = textOrNull(email);
        String number = textOrNull(phone);
        return errors.addIf(
                        address != null
                                && (address.length() > LONGEST_EMAIL
                                        || !address.matches("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]{2,}")),
                        "email",
                        "This is not an e-mail address.")
                .addIf(
                        number != null && (number.length() > LONGEST_PHONE || !number.matches(".*\\d.*")),
                        "phone",
                        "This is not a telephone number.");
    }

    /** The text without the spaces around it; null where nothing is left. */
    public static @Nullable String textOrNull(@Nullable String text) {
        return text == null || !VisibleText.in(text) ? null : text.strip();
    }
}

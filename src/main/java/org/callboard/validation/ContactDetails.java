package org.callboard.validation;

import org.jspecify.annotations.Nullable;

/** The e-mail address and telephone number of somebody who works here: both optional, kept as typed. */
public final class ContactDetails {

    private static final int MAX_EMAIL = 254;
    private static final int MAX_PHONE = 40;

    private ContactDetails() {}

    /** Notes what is wrong with the fields {@code email} and {@code phone}. */
    public static FieldErrors check(FieldErrors errors, @Nullable String email, @Nullable String phone) {
        String address = textOrNull(email);
        String number = textOrNull(phone);
        return errors.addIf(
                        address != null
                                && (address.length() > MAX_EMAIL
                                        || !address.matches("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]{2,}")),
                        "email",
                        "This is not an e-mail address.")
                .addIf(
                        number != null && (number.length() > MAX_PHONE || !number.matches(".*\\d.*")),
                        "phone",
                        "This is not a telephone number.");
    }

    /** The text without the spaces around it; null where nothing is left. */
    public static @Nullable String textOrNull(@Nullable String text) {
        return text == null || !VisibleText.in(text) ? null : text.strip();
    }
}

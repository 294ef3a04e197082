package org.callboard.contactpoints;

import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** The e-mail address and telephone number of somebody who works here: both optional, kept as typed. */
public final class ContactDetails {

    private static final int MAX_EMAIL = 254;
    private static final int MAX_PHONE = 40;

    private ContactDetails() {}

    /** Notes what is wrong with the fields {@code email} and {@code phone}. */
    public static FieldErrors check(FieldErrors errors, @Nullable String email, @Nullable String phone) {
        String address = VisibleText.orNull(email);
        String number = VisibleText.orNull(phone);
        return errors.addIf(
                        address != null && (address.length() > MAX_EMAIL || !EmailAddresses.isOne(address)),
                        "email",
                        "This is not an e-mail address.")
                .addIf(
                        number != null && (number.length() > MAX_PHONE || !number.matches(".*\\d.*")),
                        "phone",
                        "This is not a telephone number.");
    }
}

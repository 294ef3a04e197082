package org.callboard.contactpoints;

import org.callboard.addresses.Limits.EmailAddress;
import org.callboard.addresses.Limits.PhoneNumber;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** The e-mail address and telephone number of somebody who works here: both optional, kept as typed. */
public final class ContactDetails {

    private ContactDetails() {}

    /** Notes what is wrong with the fields {@code email} and {@code phone}. */
    public static FieldErrors check(FieldErrors errors, @Nullable String email, @Nullable String phone) {
        String address = VisibleText.orNull(email);
        String number = VisibleText.orNull(phone);
        return errors.maxLength("email", address, EmailAddress.MAX)
                .maxLength("phone", number, PhoneNumber.MAX)
                .addIf(
                        address != null && !errors.has("email") && !EmailAddresses.isOne(address),
                        "email",
                        "This is not an e-mail address.")
                .addIf(
                        number != null && !errors.has("phone") && !number.matches(".*\\d.*"),
                        "phone",
                        "This is not a telephone number.");
    }
}

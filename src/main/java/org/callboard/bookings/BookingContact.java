package org.callboard.bookings;

import java.time.Instant;
import org.callboard.addresses.ContactDraft;
import org.callboard.addresses.ContactType;
import org.callboard.addresses.ContactValues;
import org.callboard.platform.EntityTag;
import org.jspecify.annotations.Nullable;

/** A phone, fax or e-mail entry under a booking. */
public record BookingContact(
        long id,
        ContactType type,
        String value,
        @Nullable String memo,
        @Nullable String normalized,
        int version,
        Instant modifiedOn) {

    /** The tag of this state. */
    EntityTag tag() {
        return EntityTag.of(version);
    }

    /** What it is, whatever it was sent as. */
    public ContactType kind() {
        return ContactValues.understood(type, value);
    }

    /** Whether somebody can be reached by it. */
    public boolean reaches() {
        return ContactValues.reaches(type, value);
    }

    /** The entry as a customer or location gets it. */
    public ContactDraft draft() {
        return new ContactDraft(type, value, memo, normalized);
    }
}

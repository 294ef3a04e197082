package org.callboard.bookings;

import java.time.Instant;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.http.EntityTag;

/** A phone, fax or e-mail entry under a booking. */
record BookingContact(long id, ContactDraft draft, int version, Instant modifiedOn) {

    /** The tag of this state. */
    EntityTag tag() {
        return EntityTag.of(version);
    }
}

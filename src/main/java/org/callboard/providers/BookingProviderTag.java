package org.callboard.providers;

import java.time.Instant;
import org.callboard.http.EntityTag;

/** A source of bookings. Its id is the {@code booking_provider} of paths and the {@code bookingProviderId} of bookings. */
public record BookingProviderTag(
        long id,
        String tagName,
        String description,
        String type,
        boolean active,
        int version,
        Instant createdOn,
        Instant modifiedOn) {

    /** The tag of this state. */
    EntityTag tag() {
        return EntityTag.of(version);
    }
}

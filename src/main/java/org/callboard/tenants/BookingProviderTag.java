package org.callboard.tenants;

import java.time.Instant;

/** A source of bookings. Its id is the {@code booking_provider} of paths and the {@code bookingProviderId} of bookings. */
public record BookingProviderTag(
        long id,
        String tagName,
        String description,
        String type,
        boolean active,
        Instant createdOn,
        Instant modifiedOn) {}

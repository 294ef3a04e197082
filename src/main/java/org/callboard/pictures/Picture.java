package org.callboard.pictures;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture that was uploaded.
 *
 * @param bookingProviderId whose bookings may have it; null for those of any provider
 * @param contentType of the large version; the small one is always a JPEG
 * @param width of the large version, in points, like the height
 * @param stored whether its files are there
 * @param bookingId the booking that has it; null while none has
 */
record Picture(
        UUID id,
        @Nullable Long bookingProviderId,
        String contentType,
        int width,
        int height,
        boolean stored,
        @Nullable Long bookingId) {

    /** Whether a booking of a provider may have it: it is whole, meant for that provider, and not another booking's. */
    boolean mayGoTo(long provider, @Nullable Long booking) {
        return visibleTo(provider) && (bookingId == null || bookingId.equals(booking));
    }

    boolean visibleTo(long provider) {
        return stored && (bookingProviderId == null || bookingProviderId == provider);
    }
}

package org.callboard.bookings;

import java.time.Instant;
import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.customers.CustomerType;
import org.callboard.jobs.Priority;
import org.callboard.pictures.PictureUrl;
import org.callboard.search.Findable;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of a booking.
 *
 * @param start when the person would like the work done, if they said so
 * @param isFirstTimeClient whether the person says that they are new here; null where nobody asked, or they did not say
 */
public record BookingDetails(
        String externalId,
        String source,
        String name,
        @Nullable Address address,
        @Nullable CustomerType customerType,
        @Nullable Instant start,
        String summary,
        @Nullable Long campaignId,
        @Nullable Long businessUnitId,
        @Nullable Long jobTypeId,
        @Nullable Priority priority,
        @Nullable Boolean isFirstTimeClient,
        @Nullable List<String> uploadedImages,
        boolean isSendConfirmationEmail) {

    /** What an inquiry is found by, beside its contacts. */
    Findable findable() {
        return Findable.of(name, address);
    }

    public BookingDetails {
        uploadedImages = uploadedImages == null
                ? null
                : uploadedImages.stream().map(PictureUrl::stored).toList();
    }
}

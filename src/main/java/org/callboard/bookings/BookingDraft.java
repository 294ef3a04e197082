package org.callboard.bookings;

import java.time.Instant;
import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.addresses.ContactDraft;
import org.callboard.customers.CustomerType;
import org.callboard.jobs.Priority;
import org.callboard.pictures.PictureUrl;
import org.jspecify.annotations.Nullable;

/** A booking that is to be stored: everything that a provider says about it. */
public record BookingDraft(
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
        boolean isSendConfirmationEmail,
        List<ContactDraft> contacts) {

    public BookingDraft {
        uploadedImages = uploadedImages == null
                ? null
                : uploadedImages.stream().map(PictureUrl::stored).toList();
    }
}

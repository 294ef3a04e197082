package org.callboard.bookings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.addresses.ContactDraft;
import org.callboard.addresses.ContactType;
import org.callboard.customers.CustomerType;
import org.callboard.http.OwnUrl;
import org.callboard.jobs.Priority;
import org.jspecify.annotations.Nullable;

/** The wire shapes of bookings: {@code BookingResponse} and {@code BookingContactResponse} of the contract. */
public final class BookingJson {

    private BookingJson() {}

    @Schema(name = "BookingResponse")
    public record BookingResponse(
            long id,
            String source,
            Instant createdOn,
            String name,
            @Nullable Address address,
            @Nullable CustomerType customerType,
            Instant start,
            String summary,
            @Nullable Long campaignId,
            @Nullable Long businessUnitId,
            @Nullable Boolean isFirstTimeClient,
            @OwnUrl @Nullable List<String> uploadedImages,
            boolean isSendConfirmationEmail,
            BookingStatus status,
            @Nullable Long dismissingReasonId,
            @Nullable Long jobId,
            String externalId,
            @Nullable Priority priority,
            @Nullable Long jobTypeId,
            long bookingProviderId,
            Instant modifiedOn) {

        /** The contract wants a start in every reply; a booking that named none says when it was made. */
        static BookingResponse from(Booking booking) {
            BookingDetails details = booking.details();
            return new BookingResponse(
                    booking.id(),
                    details.source(),
                    booking.createdOn(),
                    details.name(),
                    details.address(),
                    details.customerType(),
                    Objects.requireNonNullElse(details.start(), booking.createdOn()),
                    details.summary(),
                    details.campaignId(),
                    details.businessUnitId(),
                    details.isFirstTimeClient(),
                    details.uploadedImages(),
                    details.isSendConfirmationEmail(),
                    booking.status(),
                    booking.dismissingReasonId(),
                    booking.jobId(),
                    details.externalId(),
                    details.priority(),
                    details.jobTypeId(),
                    booking.bookingProviderId(),
                    booking.modifiedOn());
        }
    }

    /** A booking is never removed. */
    @Schema(name = "ExportBookingResponse")
    public record ExportBookingResponse(@JsonUnwrapped BookingResponse booking, boolean active) {

        static ExportBookingResponse from(Booking booking) {
            return new ExportBookingResponse(BookingResponse.from(booking), true);
        }
    }

    @Schema(name = "BookingContactResponse")
    record BookingContactResponse(long id, ContactType type, String value, String memo, Instant modifiedOn) {

        /** The contract wants a memo in every reply. */
        static BookingContactResponse from(BookingContact contact) {
            ContactDraft draft = contact.draft();
            return new BookingContactResponse(
                    contact.id(),
                    draft.type(),
                    draft.value(),
                    Objects.requireNonNullElse(draft.memo(), ""),
                    contact.modifiedOn());
        }
    }
}

package org.callboard.bookings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.CustomerType;
import org.callboard.database.RecordShape.Copy;
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
        private static final Copy<BookingResponse> COPY = Copy.of(BookingResponse.class, Booking.class, "start");

        static BookingResponse from(Booking booking) {
            return COPY.from(
                    booking, Objects.requireNonNullElse(booking.details().start(), booking.createdOn()));
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
        private static final Copy<BookingContactResponse> COPY =
                Copy.of(BookingContactResponse.class, BookingContact.class, "memo");

        static BookingContactResponse from(BookingContact contact) {
            return COPY.from(contact, Objects.requireNonNullElse(contact.draft().memo(), ""));
        }
    }
}

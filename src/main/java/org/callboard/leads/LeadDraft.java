package org.callboard.leads;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.callboard.addresses.Limits.LongText;
import org.callboard.bookings.BookingDetails;
import org.callboard.jobs.Priority;
import org.jspecify.annotations.Nullable;

/** A lead that is to be stored, as far as somebody said it. {@link CreateLead} checks its ids and settles the rest. */
public record LeadDraft(
        @Nullable Long customerId,
        @Nullable Long locationId,
        @Nullable Long businessUnitId,
        @Nullable Long jobTypeId,
        @Nullable Long campaignId,
        @Nullable Priority priority,
        @LongText @Nullable String summary,
        @Nullable Long callReasonId,
        @Nullable Instant followUpDate,
        @Nullable Long ownerId,
        @Valid LeadPerson person,
        List<Long> tagTypeIds,
        @Nullable Long bookingId,
        @Nullable Long formId) {

    /** The lead's details, where it is for this customer and of no inquiry. The draft must name a campaign. */
    public LeadDetails settled(@Nullable Long customer, @Nullable Long location) {
        return settled(customer, location, null, LeadPerson.UNKNOWN);
    }

    /** The same, where what the draft leaves open is as the inquiry says it. */
    LeadDetails settled(
            @Nullable Long customer, @Nullable Long location, @Nullable BookingDetails booking, LeadPerson asking) {
        Optional<BookingDetails> inquiry = Optional.ofNullable(booking);
        return new LeadDetails(
                customer,
                location,
                Objects.requireNonNull(campaignId),
                Objects.requireNonNullElse(or(priority, inquiry.map(BookingDetails::priority)), Priority.Normal),
                or(businessUnitId, inquiry.map(BookingDetails::businessUnitId)),
                or(jobTypeId, inquiry.map(BookingDetails::jobTypeId)),
                or(summary, inquiry.map(BookingDetails::summary)),
                callReasonId,
                followUpDate,
                ownerId,
                person.orElse(asking),
                bookingId,
                formId);
    }

    private static <T> @Nullable T or(@Nullable T said, Optional<T> other) {
        return said == null ? other.orElse(null) : said;
    }
}

package org.callboard.leads;

import java.time.Instant;
import java.util.List;
import org.callboard.bookings.Booking;
import org.callboard.jobs.Priority;
import org.callboard.platform.Reach;
import org.jspecify.annotations.Nullable;

/** A lead that is to be stored. {@link CreateLead} checks its ids. */
public record LeadDraft(
        @Nullable Long customerId,
        @Nullable Long locationId,
        @Nullable Long businessUnitId,
        @Nullable Long jobTypeId,
        @Nullable Long campaignId,
        @Nullable Priority priority,
        @Nullable String summary,
        @Nullable Long callReasonId,
        @Nullable Instant followUpDate,
        @Nullable Long ownerId,
        LeadPerson person,
        List<Long> tagTypeIds,
        @Nullable Long bookingId,
        @Nullable Long formId) {

    /** What a change may name, as it is now; the rest is left open. */
    static LeadDraft changeable(Lead lead) {
        return new LeadDraft(
                null,
                null,
                lead.businessUnitId(),
                lead.jobTypeId(),
                lead.campaignId(),
                lead.priority(),
                lead.summary(),
                null,
                null,
                null,
                lead.person(),
                List.of(),
                null,
                null);
    }

    LeadDraft withCustomer(long customer) {
        return with(customer, locationId);
    }

    /** The same for a customer, and for a location where one is known. */
    public LeadDraft with(long customer, @Nullable Long location) {
        return new LeadDraft(
                customer,
                location,
                businessUnitId,
                jobTypeId,
                campaignId,
                priority,
                summary,
                callReasonId,
                followUpDate,
                ownerId,
                person,
                tagTypeIds,
                bookingId,
                formId);
    }

    /** The same, without a summary that says nothing. */
    public LeadDraft tidy() {
        return new LeadDraft(
                customerId,
                locationId,
                businessUnitId,
                jobTypeId,
                campaignId,
                priority,
                Reach.textOrNull(summary),
                callReasonId,
                followUpDate,
                ownerId,
                person,
                tagTypeIds,
                bookingId,
                formId);
    }

    /** What it leaves open, as the inquiry says it. */
    LeadDraft filledFrom(Booking booking, LeadPerson asking) {
        return new LeadDraft(
                customerId,
                locationId,
                businessUnitId == null ? booking.details().businessUnitId() : businessUnitId,
                jobTypeId == null ? booking.details().jobTypeId() : jobTypeId,
                campaignId,
                priority == null ? booking.details().priority() : priority,
                summary == null ? booking.details().summary() : summary,
                callReasonId,
                followUpDate,
                ownerId,
                person.orElse(asking),
                tagTypeIds,
                booking.id(),
                formId);
    }
}

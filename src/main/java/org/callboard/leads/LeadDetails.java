package org.callboard.leads;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.callboard.jobs.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What a lead says. {@link LeadDraft#settled} makes it.
 *
 * @param ownerId the employee whose lead it is
 * @param bookingId the inquiry that it was made of
 * @param formId the lead form that it came by
 */
public record LeadDetails(
        @Nullable Long customerId,
        @Nullable Long locationId,
        long campaignId,
        Priority priority,
        @Nullable Long businessUnitId,
        @Nullable Long jobTypeId,
        @Nullable String summary,
        @Nullable Long callReasonId,
        @Nullable Instant followUpDate,
        @Nullable Long ownerId,
        @JsonUnwrapped LeadPerson person,
        @Nullable Long bookingId,
        @Nullable Long formId) {}

package org.callboard.leads;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.callboard.http.OwnUrl;
import org.callboard.jobs.Priority;
import org.jspecify.annotations.Nullable;

/** The wire shapes of leads: {@code LeadResponse} and {@code SubmitLeadFormResponse}. */
public final class LeadJson {

    private LeadJson() {}

    /** Calls are not kept by Callboard, so {@code callId} and {@code manualCallId} stay empty. */
    @Schema(name = "LeadResponse")
    public record LeadResponse(
            long id,
            LeadStatus status,
            Priority priority,
            @Nullable Long customerId,
            @Nullable Long locationId,
            @Nullable Long businessUnitId,
            @Nullable Long jobTypeId,
            long campaignId,
            @Nullable Instant followUpDate,
            long createdById,
            Instant createdOn,
            Instant modifiedOn,
            @Nullable List<Long> tagTypeIds,
            @Nullable Long dismissingReasonId,
            @Nullable String summary,
            @Nullable Long callReasonId,
            @Nullable Long callId,
            @Nullable Long bookingId,
            @Nullable Long manualCallId,
            @OwnUrl @Nullable String leadUrl,
            @Nullable String leadCustomerName,
            @Nullable String leadPhone,
            @Nullable String leadEmail,
            @Nullable String leadStreet,
            @Nullable String leadUnit,
            @Nullable String leadCity,
            @Nullable String leadState,
            @Nullable String leadZip,
            @Nullable String leadCountry,
            @Nullable String captureSource) {

        static LeadResponse from(Lead lead) {
            return from(lead, null);
        }

        static LeadResponse from(Lead lead, @Nullable String path) {
            LeadDetails details = lead.details();
            LeadPerson person = details.person();
            return new LeadResponse(
                    lead.id(),
                    lead.status(),
                    details.priority(),
                    details.customerId(),
                    details.locationId(),
                    details.businessUnitId(),
                    details.jobTypeId(),
                    details.campaignId(),
                    details.followUpDate(),
                    lead.createdById(),
                    lead.createdOn(),
                    lead.modifiedOn(),
                    lead.tagTypeIds(),
                    lead.dismissingReasonId(),
                    details.summary(),
                    details.callReasonId(),
                    null,
                    details.bookingId(),
                    null,
                    path,
                    person.leadCustomerName(),
                    person.leadPhone(),
                    person.leadEmail(),
                    person.leadStreet(),
                    person.leadUnit(),
                    person.leadCity(),
                    person.leadState(),
                    person.leadZip(),
                    person.leadCountry(),
                    lead.captureSource().name());
        }
    }

    @Schema(name = "SubmitLeadFormResponse")
    record SubmitLeadFormResponse(long leadId) {}
}

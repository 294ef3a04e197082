package org.callboard.leads;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.callboard.database.RecordShape.Copy;
import org.callboard.http.OwnUrl;
import org.callboard.jobs.Priority;
import org.jspecify.annotations.Nullable;

/** The wire shapes of leads: {@code LeadResponse} and {@code SubmitLeadFormResponse}. */
public final class LeadJson {

    private LeadJson() {}

    /** A call is named by {@code callId} where a telephone told of it, and by {@code manualCallId} where none did. */
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

        private static final Copy<LeadResponse> COPY =
                Copy.of(LeadResponse.class, Lead.class, "callId", "manualCallId", "leadUrl", "captureSource");

        static LeadResponse from(Lead lead, @Nullable String path) {
            Lead.OfCall call = lead.call();
            Long id = call == null ? null : call.callId();
            boolean told = call != null && call.callTold();
            return COPY.from(
                    lead,
                    told ? id : null,
                    told ? null : id,
                    path,
                    lead.captureSource().name());
        }
    }

    @Schema(name = "SubmitLeadFormResponse")
    record SubmitLeadFormResponse(long leadId) {}
}

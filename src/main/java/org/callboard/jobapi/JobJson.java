package org.callboard.jobapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.callboard.database.RecordShape.Copy;
import org.callboard.details.CustomFieldValue;
import org.callboard.details.ExternalEntry;
import org.callboard.jobs.Job;
import org.callboard.jobs.JobDetails;
import org.callboard.jobs.JobStatus;
import org.callboard.jobs.Priority;
import org.jspecify.annotations.Nullable;

/** The wire shapes of jobs: {@code JobResponse} of the contract, and the same in a feed. */
public final class JobJson {

    private JobJson() {}

    record JobGeneratedLeadSource(
            @Nullable Long jobId, @Nullable Long employeeId) {

        private static @Nullable JobGeneratedLeadSource of(JobDetails details) {
            return details.leadSourceJobId() == null && details.leadSourceEmployeeId() == null
                    ? null
                    : new JobGeneratedLeadSource(details.leadSourceJobId(), details.leadSourceEmployeeId());
        }
    }

    /** Callboard keeps no projects, warranties, memberships, estimates and equipment, and bills nothing yet. */
    @Schema(name = "JobResponse")
    public record JobResponse(
            long id,
            String jobNumber,
            @Nullable Long projectId,
            long customerId,
            long locationId,
            JobStatus jobStatus,
            @Nullable Instant completedOn,
            long businessUnitId,
            long jobTypeId,
            Priority priority,
            long campaignId,
            @Nullable String summary,
            List<CustomFieldValue> customFields,
            long appointmentCount,
            long firstAppointmentId,
            long lastAppointmentId,
            @Nullable Long recallForId,
            @Nullable Long warrantyId,
            @Nullable JobGeneratedLeadSource jobGeneratedLeadSource,
            boolean noCharge,
            boolean notificationsEnabled,
            Instant createdOn,
            long createdById,
            Instant modifiedOn,
            List<Long> tagTypeIds,
            @Nullable Long leadCallId,
            @Nullable Long partnerLeadCallId,
            @Nullable Long bookingId,
            @Nullable Long soldById,
            List<ExternalEntry> externalData,
            String customerPo,
            long invoiceId,
            @Nullable Long membershipId,
            @Nullable BigDecimal total,
            @Nullable Long createdFromEstimateId,
            List<Long> estimateIds,
            List<Long> equipmentIds,
            @Nullable Boolean isAutoDispatched,
            @Nullable String summaryOfWork) {

        private static final Copy<JobResponse> COPY = Copy.of(
                JobResponse.class,
                Job.class,
                "jobNumber",
                "jobStatus",
                "jobGeneratedLeadSource",
                "customerPo",
                "invoiceId",
                "total",
                "projectId",
                "warrantyId",
                "leadCallId",
                "membershipId",
                "createdFromEstimateId",
                "estimateIds",
                "equipmentIds");

        /** The contract wants an order number and an invoice in every reply. */
        static JobResponse from(Job job) {
            return COPY.from(
                    job,
                    job.number(),
                    job.status(),
                    JobGeneratedLeadSource.of(job.details()),
                    Objects.requireNonNullElse(job.details().customerPo(), ""),
                    Objects.requireNonNullElse(job.invoiceId(), 0L),
                    InvoiceFilter.AMOUNT,
                    null,
                    null,
                    job.callId(),
                    null,
                    null,
                    List.of(),
                    List.of());
        }
    }

    /** One whose booking was undone is not active. */
    @Schema(name = "ExportJobsResponse")
    public record ExportJobsResponse(@JsonUnwrapped JobResponse job, boolean active) {

        static ExportJobsResponse from(Job job) {
            return new ExportJobsResponse(JobResponse.from(job), job.active());
        }
    }
}

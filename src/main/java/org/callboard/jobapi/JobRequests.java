package org.callboard.jobapi;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.callboard.addresses.Limits.LongText;
import org.callboard.addresses.Limits.Memo;
import org.callboard.addresses.Limits.Name;
import org.callboard.database.RecordShape.Copy;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.details.CustomDataRequests.ExternalDataCreate;
import org.callboard.details.CustomDataRequests.ExternalDataUpdate;
import org.callboard.details.RecordKind;
import org.callboard.jobapi.AppointmentRequests.NewAppointment;
import org.callboard.jobs.AppointmentDraft;
import org.callboard.jobs.JobDetails;
import org.callboard.jobs.Priority;
import org.callboard.mergedids.MergedId;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.Patch;
import org.jspecify.annotations.Nullable;

/** What clients send about jobs. A missing or null field of a change leaves the job's as it is. */
final class JobRequests {

    /** An id that was left out or is none: of nobody, and named as wrong already. */
    private static final long NOBODY = 0;

    private JobRequests() {}

    record LeadSource(@Nullable Long jobId, @Nullable Long employeeId) {}

    record JobCreateRequest(
            @MergedId(RecordKind.Customer) @NotNull Long customerId,
            @MergedId(RecordKind.Location) @NotNull Long locationId,
            @NotNull Long businessUnitId,
            @NotNull Long jobTypeId,
            @NotNull Long campaignId,
            @NotNull Priority priority,

            @NotEmpty(message = "At least one appointment is required.") @Size(max = 50)
            List<@Valid NewAppointment> appointments,

            @LongText @Nullable String summary,
            @Size(max = 200) @Nullable List<@Valid CustomFieldUpdate> customFields,
            @Size(max = 200) @Nullable List<Long> tagTypeIds,
            @Valid @Nullable ExternalDataCreate externalData,
            @Nullable Long projectId,
            @Nullable LeadSource jobGeneratedLeadSource,
            @Nullable Boolean invoiceSignatureIsRequired,
            @Name @Nullable String customerPo,
            @Nullable Long soldById,
            @Nullable Long partnerLeadCallId,

            @Schema(description = "The lead that is won by it.") @Nullable
            Long leadId,

            @Schema(description = "The waiting booking that it comes of, whoever has it.") @Nullable
            Long bookingId,

            @Nullable Boolean noCharge) {

        private static final Copy<JobDetails> COPY =
                Copy.change(JobDetails.class, JobCreateRequest.class, "leadSourceJobId", "leadSourceEmployeeId");

        /** As far as it was read. */
        JobDetails details() {
            JobDetails usual = JobDetails.of(NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, Priority.Normal, null);
            return COPY.changed(
                    usual,
                    this,
                    jobGeneratedLeadSource == null ? null : jobGeneratedLeadSource.jobId,
                    jobGeneratedLeadSource == null ? null : jobGeneratedLeadSource.employeeId);
        }

        CustomDataDraft customData() {
            return CustomDataDraft.created(tagTypeIds, customFields, externalData);
        }

        /** As far as they were read. */
        List<AppointmentDraft> drafts() {
            return Stream.ofNullable(appointments)
                    .flatMap(List::stream)
                    .map(one -> one == null ? NewAppointment.UNREAD : one.draft())
                    .toList();
        }

        /** Notes projects, which there are none of. */
        void check(FieldErrors errors) {
            errors.addIf(projectId != null, "projectId", "There is no project " + projectId + ".");
        }
    }

    record JobUpdateRequest(
            @MergedId(RecordKind.Customer) @Nullable Long customerId,
            @MergedId(RecordKind.Location) @Nullable Long locationId,
            @Nullable Long businessUnitId,
            @Nullable Long jobTypeId,
            @Nullable Long campaignId,
            @Nullable Priority priority,
            @LongText @Nullable String summary,

            @Schema(description = "Invoices have no items that could follow: it changes nothing.") @Nullable
            Boolean shouldUpdateInvoiceItems,

            @Size(max = 200) @Nullable List<@Valid CustomFieldUpdate> customFields,
            @Size(max = 200) @Nullable List<Long> tagTypeIds,
            @Valid @Nullable ExternalDataUpdate externalData,
            Patch<LeadSource> jobGeneratedLeadSource,
            @Name @Nullable String customerPo,
            Patch<Long> soldById,
            @Nullable Boolean isAutoDispatched,
            @LongText @Nullable String summaryOfWork,
            @Nullable Boolean noCharge) {

        private static final Copy<JobDetails> COPY = Copy.change(
                JobDetails.class, JobUpdateRequest.class, "leadSourceJobId", "leadSourceEmployeeId", "soldById");

        JobDetails applyTo(JobDetails old) {
            LeadSource source =
                    jobGeneratedLeadSource.or(new LeadSource(old.leadSourceJobId(), old.leadSourceEmployeeId()));
            return COPY.changed(
                    old,
                    this,
                    source == null ? null : source.jobId,
                    source == null ? null : source.employeeId,
                    soldById.or(old.soldById()));
        }

        CustomDataDraft customData() {
            return new CustomDataDraft(tagTypeIds, customFields, externalData);
        }
    }

    record CancelJobRequest(
            @NotNull Long reasonId, @NotNull @Memo String memo) {}

    record JobNoteCreateRequest(
            @NotBlank @LongText String text, @Nullable Boolean pinToTop) {

        boolean pinned() {
            return Objects.requireNonNullElse(pinToTop, false);
        }
    }
}

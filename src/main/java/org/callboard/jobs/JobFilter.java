package org.callboard.jobs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.callboard.details.RecordKind;
import org.callboard.mergedids.MergedId;
import org.callboard.paging.CommaSeparated;
import org.callboard.paging.Ids;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;

/**
 * What a list of jobs takes. The contract filters by much that our jobs don't have; a job does not fit such a filter, and
 * to answer with all of them instead would mislead.
 */
record JobFilter(
        @Nullable String number,
        @Nullable Long projectId,
        @Nullable Long bookingId,
        @Nullable JobStatus jobStatus,
        @Nullable AppointmentStatus appointmentStatus,
        @Nullable Instant firstAppointmentStartsOnOrAfter,
        @Nullable Instant firstAppointmentStartsBefore,
        @Nullable Instant appointmentStartsOnOrAfter,
        @Nullable Instant appointmentStartsBefore,
        @Nullable Long technicianId,
        @MergedId(RecordKind.Customer) @Nullable Long customerId,
        @MergedId(RecordKind.Location) @Nullable Long locationId,
        @Nullable Long soldById,
        @Nullable Long jobTypeId,
        @Nullable Long campaignId,
        @Nullable Long businessUnitId,
        @Nullable Long invoiceId,

        @Schema(description = "Only jobs of this priority.") @Nullable
        Priority priority,

        @Nullable Instant completedOnOrAfter,
        @Nullable Instant completedBefore,
        @Nullable Long createdFromEstimateId,
        @Nullable Ids estimateIds,

        @Schema(description = "Jobs have no tags: with it the list is empty.") @Nullable
        Ids tagTypeIds,

        @Nullable Ids equipmentIds,

        @Schema(description = "No appointment is unused: true gives an empty list.") @Nullable
        Boolean hasUnusedAppointments,

        @Schema(description = "Of the app whose external data is shown; jobs hold none.") @Nullable
        UUID externalDataApplicationGuid,

        @Schema(description = "Jobs hold no external data: with it the list is empty.") @Nullable
        String externalDataKey,

        @Schema(description = "Jobs hold no external data: with it the list is empty.") @Nullable
        CommaSeparated externalDataValues) {

    enum JobStatus {
        Scheduled,
        Dispatched,
        InProgress,
        Hold,
        Completed,
        Canceled
    }

    enum AppointmentStatus {
        Scheduled,
        Dispatched,
        Working,
        Hold,
        Done,
        Canceled,
        Unused
    }

    private static final String OF_APPOINTMENT =
            "exists (select from appointment p where p.tenant_id = job.tenant_id and p.job_id = job.id and ";

    /** Adds the conditions to a statement over the table of jobs. */
    Where applyTo(Where where) {
        return theirs(appointments(where))
                .andIf("booking_id = :booking", "booking", bookingId)
                .andIf("status = :status", "status", jobStatus == null ? null : jobStatus.name())
                .andIf("customer_id = :customer", "customer", customerId)
                .andIf("location_id = :location", "location", locationId)
                .andIf("job_type_id = :type", "type", jobTypeId)
                .andIf("campaign_id = :campaign", "campaign", campaignId)
                .andIf("business_unit_id = :unit", "unit", businessUnitId)
                .andIf("priority = :priority", "priority", priority == null ? null : priority.name())
                .andIf("completed_on >= :doneFrom", "doneFrom", completedOnOrAfter)
                .andIf("completed_on < :doneTo", "doneTo", completedBefore)
                .andIf(
                        "exists (select from invoice i where i.tenant_id = job.tenant_id and i.job_id = job.id"
                                + " and i.id = :invoice)",
                        "invoice",
                        invoiceId);
    }

    private Where appointments(Where where) {
        return where.andIf(
                        OF_APPOINTMENT + "p.status = :aStatus)",
                        "aStatus",
                        appointmentStatus == null ? null : appointmentStatus.name())
                .andIf(OF_APPOINTMENT + "p.start_on >= :aFrom)", "aFrom", appointmentStartsOnOrAfter)
                .andIf(OF_APPOINTMENT + "p.start_on < :aTo)", "aTo", appointmentStartsBefore)
                .andIf(
                        OF_APPOINTMENT + "p.number = 1 and p.start_on >= :fFrom)",
                        "fFrom",
                        firstAppointmentStartsOnOrAfter)
                .andIf(OF_APPOINTMENT + "p.number = 1 and p.start_on < :fTo)", "fTo", firstAppointmentStartsBefore);
    }

    /** The number of a job is its id; the rest is what no job of ours has. */
    private Where theirs(Where where) {
        return RecordNumber.of(number)
                .applyTo("id", where)
                .noneHas(projectId)
                .noneHas(technicianId)
                .noneHas(soldById)
                .noneHas(createdFromEstimateId)
                .noneHas(estimateIds)
                .noneHas(tagTypeIds)
                .noneHas(equipmentIds)
                .noneHas(externalDataKey)
                .noneHas(externalDataValues)
                .onlyIf(!Boolean.TRUE.equals(hasUnusedAppointments));
    }
}

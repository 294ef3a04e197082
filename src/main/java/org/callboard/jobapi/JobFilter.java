package org.callboard.jobapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.callboard.details.CustomDataStore;
import org.callboard.details.RecordKind;
import org.callboard.jobs.JobStatus;
import org.callboard.jobs.Priority;
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
        @Nullable AnyStatus appointmentStatus,
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

        @Schema(description = "Only jobs with one of these tags.") @Nullable
        Ids tagTypeIds,

        @Nullable Ids equipmentIds,

        @Schema(description = "No appointment is unused: true gives an empty list.") @Nullable
        Boolean hasUnusedAppointments,

        @Schema(description = "Of the app whose external data is shown.") @Nullable
        UUID externalDataApplicationGuid,

        @Schema(description = "Only jobs for which the application keeps something under this key.") @Nullable
        String externalDataKey,

        @Schema(description = "With externalDataKey: only jobs for which it keeps one of these values there.") @Nullable
        CommaSeparated externalDataValues) {

    enum AnyStatus {
        Scheduled,
        Dispatched,
        Working,
        Hold,
        Done,
        Canceled,
        Unused
    }

    private static final String OF_APPOINTMENT =
            "exists (select from appointment p where p.tenant_id = job.tenant_id and p.job_id = job.id and p.active and ";

    /** Adds the conditions to a statement over the table of jobs. */
    Where applyTo(Where where) {
        return theirs(custom(appointments(where.and("active"))))
                .andIf("number = :number", "number", number)
                .andIf("sold_by_id = :soldBy", "soldBy", soldById)
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

    private Where custom(Where where) {
        if (externalDataKey != null) {
            where.and(
                    "exists (select from job_external_data x where x.tenant_id = job.tenant_id and x.job_id = job.id"
                            + " and x.application_guid = :application and x.key = :externalKey"
                            + (externalDataValues == null ? ")" : " and x.value = any(:externalValues))"),
                    "externalKey",
                    externalDataKey);
            where.bind("application", CustomDataStore.applicationOrNobody(externalDataApplicationGuid));
        }
        if (externalDataValues != null) {
            where.onlyIf(externalDataKey != null)
                    .bind("externalValues", externalDataValues.values().toArray(String[]::new));
        }
        return where.andIf(
                "exists (select from job_tag x where x.tenant_id = job.tenant_id and x.job_id = job.id"
                        + " and x.tag_type_id = any(:tags))",
                "tags",
                tagTypeIds == null ? null : tagTypeIds.values().toArray(Long[]::new));
    }

    private Where appointments(Where where) {
        return where.andIf(
                        OF_APPOINTMENT + "p.status = :aStatus)",
                        "aStatus",
                        appointmentStatus == null ? null : appointmentStatus.name())
                .andIf(OF_APPOINTMENT + "p.start_on >= :aFrom)", "aFrom", appointmentStartsOnOrAfter)
                .andIf(OF_APPOINTMENT + "p.start_on < :aTo)", "aTo", appointmentStartsBefore)
                .andIf(
                        OF_APPOINTMENT
                                + "exists (select from appointment_assignment s where s.tenant_id = p.tenant_id"
                                + " and s.appointment_id = p.id and s.active and s.technician_id = :technician))",
                        "technician",
                        technicianId)
                .andIf(
                        OF_APPOINTMENT + "p.number = 1 and p.start_on >= :fFrom)",
                        "fFrom",
                        firstAppointmentStartsOnOrAfter)
                .andIf(OF_APPOINTMENT + "p.number = 1 and p.start_on < :fTo)", "fTo", firstAppointmentStartsBefore);
    }

    /** What no job of ours has. */
    private Where theirs(Where where) {
        return where.noneHas(projectId)
                .noneHas(createdFromEstimateId)
                .noneHas(estimateIds)
                .noneHas(equipmentIds)
                .onlyIf(!Boolean.TRUE.equals(hasUnusedAppointments));
    }
}

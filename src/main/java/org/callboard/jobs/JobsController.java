package org.callboard.jobs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.callboard.platform.EntityTag;
import org.callboard.platform.ListQuery;
import org.callboard.platform.Page;
import org.callboard.platform.PageQuery;
import org.callboard.platform.Where;
import org.callboard.tenants.ApiAccess;
import org.callboard.tenants.Scope;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/jpm/v2/tenant/{tenant}/jobs")
@Tag(name = "Jobs")
class JobsController {

    record Filter(
            @Nullable Long number,
            @Nullable Long bookingId,
            @Nullable String jobStatus,
            @Nullable String appointmentStatus,
            @Nullable Instant firstAppointmentStartsOnOrAfter,
            @Nullable Instant firstAppointmentStartsBefore,
            @Nullable Instant appointmentStartsOnOrAfter,
            @Nullable Instant appointmentStartsBefore,
            @Nullable Long customerId,
            @Nullable Long locationId,
            @Nullable Long jobTypeId,
            @Nullable Long campaignId,
            @Nullable Long businessUnitId,
            @Nullable Long invoiceId,
            @Nullable Instant completedOnOrAfter,
            @Nullable Instant completedBefore) {

        Where applyTo(Where where) {
            String appointments =
                    "exists (select from appointment p where p.tenant_id = job.tenant_id and p.job_id = job.id and ";
            return where.andIf("id = :number", "number", number)
                    .andIf("booking_id = :booking", "booking", bookingId)
                    .andIf("lower(status) = lower(:status)", "status", jobStatus)
                    .andIf("customer_id = :customer", "customer", customerId)
                    .andIf("location_id = :location", "location", locationId)
                    .andIf("job_type_id = :type", "type", jobTypeId)
                    .andIf("campaign_id = :campaign", "campaign", campaignId)
                    .andIf("business_unit_id = :unit", "unit", businessUnitId)
                    .andIf(
                            "exists (select from invoice i where i.tenant_id = job.tenant_id and i.job_id = job.id"
                                    + " and i.id = :invoice)",
                            "invoice",
                            invoiceId)
                    .andIf(appointments + "lower(p.status) = lower(:aStatus))", "aStatus", appointmentStatus)
                    .andIf(appointments + "p.start_on >= :aFrom)", "aFrom", appointmentStartsOnOrAfter)
                    .andIf(appointments + "p.start_on < :aTo)", "aTo", appointmentStartsBefore)
                    .andIf(
                            appointments + "p.number = 1 and p.start_on >= :fFrom)",
                            "fFrom",
                            firstAppointmentStartsOnOrAfter)
                    .andIf(appointments + "p.number = 1 and p.start_on < :fTo)", "fTo", firstAppointmentStartsBefore)
                    .andIf("completed_on >= :doneFrom", "doneFrom", completedOnOrAfter)
                    .andIf("completed_on < :doneTo", "doneTo", completedBefore);
        }
    }

    record JobGeneratedLeadSource(
            @Nullable Long jobId, @Nullable Long employeeId) {}

    record JobResponse(
            long id,
            String jobNumber,
            long customerId,
            long locationId,
            String jobStatus,
            @Nullable Instant completedOn,
            long businessUnitId,
            long jobTypeId,
            Priority priority,
            long campaignId,
            @Nullable String summary,
            List<String> customFields,
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
            @Nullable Long bookingId,
            @Nullable Long soldById,
            List<String> externalData) {

        static JobResponse from(Job job) {
            return new JobResponse(
                    job.id(),
                    Long.toString(job.id()),
                    job.customerId(),
                    job.locationId(),
                    job.status(),
                    job.completedOn(),
                    job.businessUnitId(),
                    job.jobTypeId(),
                    job.priority(),
                    job.campaignId(),
                    job.summary(),
                    List.of(),
                    job.appointmentCount(),
                    job.firstAppointmentId(),
                    job.lastAppointmentId(),
                    null,
                    null,
                    null,
                    false,
                    false,
                    job.createdOn(),
                    job.createdById(),
                    job.modifiedOn(),
                    List.of(),
                    null,
                    job.bookingId(),
                    null,
                    List.of());
        }
    }

    private final Jobs jobs;
    private final JobStore store;

    JobsController(Jobs jobs, JobStore store) {
        this.jobs = jobs;
        this.store = store;
    }

    @GetMapping
    @ApiAccess(Scope.JOBS_READ)
    @Operation(operationId = "Jobs_GetList", summary = "List jobs")
    Page<JobResponse> list(
            @PathVariable long tenant,
            @ParameterObject PageQuery page,
            @ParameterObject ListQuery query,
            @ParameterObject Filter filter) {
        return store.page(filter.applyTo(query.applyTo(Where.tenant(tenant))), page.paging())
                .map(JobResponse::from);
    }

    @GetMapping("/{id}")
    @ApiAccess(Scope.JOBS_READ)
    @Operation(operationId = "Jobs_Get", summary = "Get a job")
    ResponseEntity<JobResponse> get(@PathVariable long tenant, @PathVariable long id) {
        return EntityTag.show(JobResponse.from(jobs.get(tenant, id)));
    }
}

package org.callboard.jobs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.http.EntityTag;
import org.callboard.paging.ExternalDataQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.paging.Where;
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
            @ParameterObject JobQuery query,
            @ParameterObject JobFilter filter) {
        return store.page(filter.applyTo(query.applyTo(Where.tenant(tenant))), page.paging())
                .map(JobResponse::from);
    }

    @GetMapping("/{id}")
    @ApiAccess(Scope.JOBS_READ)
    @Operation(operationId = "Jobs_Get", summary = "Get a job")
    ResponseEntity<JobResponse> get(
            @PathVariable long tenant, @PathVariable long id, @ParameterObject ExternalDataQuery external) {
        return EntityTag.show(JobResponse.from(jobs.get(tenant, id)));
    }
}

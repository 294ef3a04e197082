package org.callboard.jobapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.details.CustomFieldValue;
import org.callboard.details.ExternalEntry;
import org.callboard.jobs.Job;
import org.callboard.jobs.JobDetails;
import org.callboard.jobs.JobStatus;
import org.callboard.jobs.Jobs;
import org.callboard.jobs.Priority;
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
            @Nullable Long jobId, @Nullable Long employeeId) {

        static @Nullable JobGeneratedLeadSource of(JobDetails details) {
            return details.leadSourceJobId() == null && details.leadSourceEmployeeId() == null
                    ? null
                    : new JobGeneratedLeadSource(details.leadSourceJobId(), details.leadSourceEmployeeId());
        }
    }

    record JobResponse(
            long id,
            String jobNumber,
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
            @Nullable Long bookingId,
            @Nullable Long soldById,
            List<ExternalEntry> externalData) {

        static JobResponse from(Job job) {
            JobDetails details = job.details();
            return new JobResponse(
                    job.id(),
                    job.number(),
                    details.customerId(),
                    details.locationId(),
                    job.status(),
                    job.completedOn(),
                    details.businessUnitId(),
                    details.jobTypeId(),
                    details.priority(),
                    details.campaignId(),
                    details.summary(),
                    job.customData().customFields(),
                    job.appointmentCount(),
                    job.firstAppointmentId(),
                    job.lastAppointmentId(),
                    details.recallForId(),
                    null,
                    JobGeneratedLeadSource.of(details),
                    details.noCharge(),
                    details.notificationsEnabled(),
                    job.createdOn(),
                    job.createdById(),
                    job.modifiedOn(),
                    job.customData().tagTypeIds(),
                    null,
                    job.bookingId(),
                    details.soldById(),
                    job.customData().externalData());
        }
    }

    private final Jobs jobs;

    JobsController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    @ApiAccess(Scope.JOBS_READ)
    @Operation(operationId = "Jobs_GetList", summary = "List jobs")
    Page<JobResponse> list(
            @PathVariable long tenant,
            @ParameterObject PageQuery page,
            @ParameterObject JobQuery query,
            @ParameterObject JobFilter filter) {
        return jobs.page(
                        filter.applyTo(query.applyTo(Where.tenant(tenant))),
                        page.paging(),
                        filter.externalDataApplicationGuid())
                .map(JobResponse::from);
    }

    @GetMapping("/{id}")
    @ApiAccess(Scope.JOBS_READ)
    @Operation(operationId = "Jobs_Get", summary = "Get a job")
    ResponseEntity<JobResponse> get(
            @PathVariable long tenant, @PathVariable long id, @ParameterObject ExternalDataQuery external) {
        Job job = jobs.get(tenant, id, external.externalDataApplicationGuid());
        return job.tag().on(JobResponse.from(job));
    }
}

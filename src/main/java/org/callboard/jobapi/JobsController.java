package org.callboard.jobapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.jobapi.JobJson.JobResponse;
import org.callboard.jobs.Job;
import org.callboard.jobs.Jobs;
import org.callboard.paging.ExternalDataQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.paging.Where;
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

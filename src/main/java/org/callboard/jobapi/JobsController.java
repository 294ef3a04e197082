package org.callboard.jobapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.dispatch.CancelJob;
import org.callboard.dispatch.EditJob;
import org.callboard.http.Precondition;
import org.callboard.jobapi.JobJson.JobResponse;
import org.callboard.jobapi.JobRequests.CancelJobRequest;
import org.callboard.jobapi.JobRequests.JobCreateRequest;
import org.callboard.jobapi.JobRequests.JobUpdateRequest;
import org.callboard.jobs.Job;
import org.callboard.jobs.Jobs;
import org.callboard.paging.ExternalDataQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.paging.Where;
import org.callboard.validation.Submission;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Jobs, as programs find, book, change and cancel them. */
@RestController
@RequestMapping("/jpm/v2/tenant/{tenant}/jobs")
@Tag(name = "Jobs")
class JobsController {

    private final Jobs jobs;
    private final BookForProgram booking;
    private final EditJob edit;
    private final CancelJob cancellation;
    private final VisitNotices notices;

    JobsController(Jobs jobs, BookForProgram booking, EditJob edit, CancelJob cancellation, VisitNotices notices) {
        this.jobs = jobs;
        this.booking = booking;
        this.edit = edit;
        this.cancellation = cancellation;
        this.notices = notices;
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
        return show(jobs.get(tenant, id, external.externalDataApplicationGuid()));
    }

    @PostMapping
    @ApiAccess(Scope.JOBS_WRITE)
    @Operation(
            operationId = "Jobs_Create",
            summary = "Book a job",
            description =
                    "With `bookingId` it comes of a booking that is waiting, whoever in the office has that, and with"
                            + " `leadId` the lead is won. " + VisitNotices.DESCRIPTION)
    ResponseEntity<JobResponse> create(
            @PathVariable long tenant, @RequestBody Submission<JobCreateRequest> sent, HttpServletResponse response) {
        long id = booking.book(tenant, sent);
        notices.announceJob(tenant, id, response);
        return show(jobs.get(tenant, id, sent.request().customData().application()));
    }

    @PatchMapping("/{id}")
    @ApiAccess(Scope.JOBS_WRITE)
    @Operation(
            operationId = "Jobs_Update",
            summary = "Change what a job says",
            description = "Only what becomes something else is checked. Tags and custom fields that are sent replace"
                    + " those that there are.")
    ResponseEntity<JobResponse> update(
            @PathVariable long tenant,
            @PathVariable long id,
            @RequestBody Submission<JobUpdateRequest> sent,
            Precondition precondition) {
        JobUpdateRequest request = sent.request();
        return show(edit.update(tenant, id, request::applyTo, request.customData(), sent.noted(), precondition));
    }

    @PutMapping("/{id}/cancel")
    @ApiAccess(Scope.JOBS_WRITE)
    @Operation(
            operationId = "Jobs_CancelJob",
            summary = "Cancel a job",
            description = "Its appointments that are not done are canceled with it, and its invoice is not active.")
    void cancel(
            @PathVariable long tenant,
            @PathVariable long id,
            @RequestBody Submission<CancelJobRequest> sent,
            Precondition precondition) {
        jobs.get(tenant, id);
        CancelJobRequest request = sent.request();
        cancellation.cancel(tenant, id, request.reasonId(), request.memo(), sent.noted(), precondition);
    }

    @PutMapping("/{id}/remove-cancellation")
    @ApiAccess(Scope.JOBS_WRITE)
    @Operation(
            operationId = "Jobs_RemoveCancellation",
            summary = "Take the cancellation of a job back",
            description =
                    "Its appointments are what they were, if their times lie ahead and are free; else the answer is"
                            + " 409 `time-not-free`.")
    void removeCancellation(@PathVariable long tenant, @PathVariable long id, Precondition precondition) {
        cancellation.takeBack(tenant, id, Map.of(), precondition);
    }

    private static ResponseEntity<JobResponse> show(Job job) {
        return job.tag().on(JobResponse.from(job));
    }
}

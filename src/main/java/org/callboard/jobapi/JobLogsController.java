package org.callboard.jobapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.dispatch.Cancellations;
import org.callboard.dispatch.JobHistory;
import org.callboard.dispatch.JobNotes;
import org.callboard.jobapi.JobLogJson.CancelReasonResponse;
import org.callboard.jobapi.JobLogJson.HoldReasonResponse;
import org.callboard.jobapi.JobLogJson.JobBookedLogResponse;
import org.callboard.jobapi.JobLogJson.JobCanceledLogResponse;
import org.callboard.jobapi.JobLogJson.JobHistoryResponse;
import org.callboard.jobapi.JobLogJson.JobNoteResponse;
import org.callboard.jobapi.JobRequests.JobNoteCreateRequest;
import org.callboard.jobs.Job;
import org.callboard.jobs.Jobs;
import org.callboard.paging.DateRange;
import org.callboard.paging.Ids;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.paging.Paging;
import org.callboard.refusals.Refusal.NotFound;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is told of jobs: their notes, what happened to them, why they were canceled or are on hold. */
@RestController
@RequestMapping("/jpm/v2/tenant/{tenant}/jobs")
@Tag(name = "Jobs")
class JobLogsController {

    record OfJobs(
            @Schema(description = "At most 50 ids of jobs, separated by commas.", example = "1001,1002") @NotNull
            Ids ids) {}

    private final Jobs jobs;
    private final JobNotes notes;
    private final JobHistory history;
    private final Cancellations cancellations;
    private final HeldAppointmentStore held;

    JobLogsController(
            Jobs jobs, JobNotes notes, JobHistory history, Cancellations cancellations, HeldAppointmentStore held) {
        this.jobs = jobs;
        this.notes = notes;
        this.history = history;
        this.cancellations = cancellations;
        this.held = held;
    }

    @GetMapping("/{id}/notes")
    @ApiAccess(Scope.JOBS_READ)
    @Operation(operationId = "Jobs_GetNotes", summary = "List the notes of a job")
    Page<JobNoteResponse> notes(@PathVariable long tenant, @PathVariable long id, @ParameterObject PageQuery page) {
        jobs.get(tenant, id);
        return notes.list(tenant, id, DateRange.ALL, page.paging()).map(JobNoteResponse::from);
    }

    @PostMapping("/{id}/notes")
    @ApiAccess(Scope.JOBS_WRITE)
    @Operation(operationId = "Jobs_CreateNote", summary = "Write a note to a job")
    JobNoteResponse note(@PathVariable long tenant, @PathVariable long id, @RequestBody JobNoteCreateRequest request) {
        return JobNoteResponse.from(notes.add(tenant, id, request.text(), request.pinned()));
    }

    @GetMapping("/{id}/history")
    @ApiAccess(Scope.JOBS_READ)
    @Operation(operationId = "Jobs_GetHistory", summary = "Tell what happened to a job")
    JobHistoryResponse history(@PathVariable long tenant, @PathVariable long id) {
        jobs.get(tenant, id);
        return JobHistoryResponse.from(history.of(tenant, id));
    }

    @GetMapping("/{id}/booked-log")
    @ApiAccess(Scope.JOBS_READ)
    @Operation(operationId = "Jobs_GetBookedLog", summary = "Tell how a job was booked")
    JobBookedLogResponse bookedLog(@PathVariable long tenant, @PathVariable long id) {
        Job job = jobs.get(tenant, id);
        return history.booked(tenant, id)
                .map(booked -> JobBookedLogResponse.from(booked, job.active()))
                .orElseThrow(() -> new NotFound("The log of how it was booked of job", id));
    }

    @GetMapping("/{id}/canceled-log")
    @ApiAccess(Scope.JOBS_READ)
    @Operation(
            operationId = "Jobs_GetCanceledLog",
            summary = "List the times that a job was canceled",
            description = "One that was taken back is not active.")
    Page<JobCanceledLogResponse> canceledLog(
            @PathVariable long tenant, @PathVariable long id, @ParameterObject PageQuery page) {
        jobs.get(tenant, id);
        return cancellations.ofJob(tenant, id, page.paging()).map(JobCanceledLogResponse::from);
    }

    @GetMapping("/cancel-reasons")
    @ApiAccess(Scope.JOBS_READ)
    @Operation(
            operationId = "Jobs_GetCancelReasons",
            summary = "Tell why jobs were canceled",
            description = "Those of the jobs that are not canceled are not in it.")
    Page<CancelReasonResponse> cancelReasons(@PathVariable long tenant, @ParameterObject OfJobs query) {
        return whole(cancellations.standing(tenant, query.ids().values()).stream()
                .map(CancelReasonResponse::from)
                .toList());
    }

    @GetMapping("/hold-reasons")
    @ApiAccess(Scope.JOBS_READ)
    @Operation(
            operationId = "Jobs_GetHoldReasons",
            summary = "Tell why jobs are on hold",
            description = "Those of the jobs of which no appointment is on hold are not in it.")
    Page<HoldReasonResponse> holdReasons(@PathVariable long tenant, @ParameterObject OfJobs query) {
        return whole(held.of(tenant, query.ids().values()).stream()
                .collect(Collectors.groupingBy(
                        HeldAppointmentStore.Held::jobId, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(job -> HoldReasonResponse.from(job.getKey(), job.getValue()))
                .toList());
    }

    /** They are as many as there are ids, which has an end. */
    private static <T> Page<T> whole(List<T> all) {
        return Page.of(new Paging(1, Paging.DEFAULT_SIZE, false), all, null);
    }
}

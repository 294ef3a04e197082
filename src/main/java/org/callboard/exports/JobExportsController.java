package org.callboard.exports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Predicate;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.changes.FeedSource;
import org.callboard.exports.ExportsController.ExportQuery;
import org.callboard.jobapi.AppointmentJson.AppointmentAssignmentResponse;
import org.callboard.jobapi.AppointmentJson.AppointmentResponse;
import org.callboard.jobapi.JobHistoryFeed;
import org.callboard.jobapi.JobJson.ExportJobsResponse;
import org.callboard.jobapi.JobLogJson.ExportJobHistoryResponse;
import org.callboard.jobapi.JobLogJson.ExportJobNotesResponse;
import org.callboard.jobapi.JobLogJson.JobCanceledLogResponse;
import org.callboard.paging.ActiveFilter;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The export feeds of jobs and of what belongs to them. */
@RestController
@Tag(name = "Export")
class JobExportsController {

    record ActiveQuery(
            @Schema(description = "Active ones and others where it is not given.") @Nullable
            ActiveFilter active) {

        <T> Predicate<T> lets(Predicate<T> isActive) {
            return shape -> active == null
                    || active == ActiveFilter.Any
                    || isActive.test(shape) == (active == ActiveFilter.True);
        }
    }

    private final Exports exports;
    private final FeedSource<ExportJobsResponse> jobs;
    private final FeedSource<AppointmentResponse> appointments;
    private final FeedSource<AppointmentAssignmentResponse> assignments;
    private final FeedSource<JobCanceledLogResponse> cancellations;
    private final FeedSource<ExportJobNotesResponse> notes;
    private final FeedSource<ExportJobHistoryResponse> history;

    JobExportsController(
            Exports exports,
            FeedSource<ExportJobsResponse> jobs,
            FeedSource<AppointmentResponse> appointments,
            FeedSource<AppointmentAssignmentResponse> assignments,
            FeedSource<JobCanceledLogResponse> cancellations,
            FeedSource<ExportJobNotesResponse> notes,
            JobHistoryFeed history) {
        this.exports = exports;
        this.jobs = jobs;
        this.appointments = appointments;
        this.assignments = assignments;
        this.cancellations = cancellations;
        this.notes = notes;
        this.history = history.source();
    }

    @GetMapping("/jpm/v2/tenant/{tenant}/export/jobs")
    @ApiAccess(Scope.EXPORT)
    @Operation(operationId = "Export_Jobs", summary = "Export the jobs that changed")
    ExportPage<ExportJobsResponse> jobs(@PathVariable long tenant, @ParameterObject ExportQuery query) {
        return exports.next(tenant, jobs, query.from(), query.recent());
    }

    @GetMapping("/jpm/v2/tenant/{tenant}/export/appointments")
    @ApiAccess(Scope.EXPORT)
    @Operation(
            operationId = "Export_Appointments",
            summary = "Export the appointments that changed",
            description = "One that was removed is not active.")
    ExportPage<AppointmentResponse> appointments(
            @PathVariable long tenant, @ParameterObject ExportQuery query, @ParameterObject ActiveQuery active) {
        return exports.next(tenant, appointments, query.from(), query.recent())
                .filter(active.lets(AppointmentResponse::active));
    }

    @GetMapping("/jpm/v2/tenant/{tenant}/export/job-canceled-logs")
    @ApiAccess(Scope.EXPORT)
    @Operation(
            operationId = "Export_JobCancelReasons",
            summary = "Export the cancellations of jobs that changed",
            description = "One that was taken back is not active.")
    ExportPage<JobCanceledLogResponse> cancellations(@PathVariable long tenant, @ParameterObject ExportQuery query) {
        return exports.next(tenant, cancellations, query.from(), query.recent());
    }

    @GetMapping("/jpm/v2/tenant/{tenant}/export/job-notes")
    @ApiAccess(Scope.EXPORT)
    @Operation(operationId = "Export_JobNotes", summary = "Export the notes of jobs that changed")
    ExportPage<ExportJobNotesResponse> notes(@PathVariable long tenant, @ParameterObject ExportQuery query) {
        return exports.next(tenant, notes, query.from(), query.recent());
    }

    @GetMapping("/jpm/v2/tenant/{tenant}/export/job-history")
    @ApiAccess(Scope.EXPORT)
    @Operation(
            operationId = "Export_JobHistory",
            summary = "Export what happened to the jobs that changed",
            description = "Each job comes with all that is known to have happened to it.")
    ExportPage<ExportJobHistoryResponse> history(@PathVariable long tenant, @ParameterObject ExportQuery query) {
        return exports.next(tenant, history, query.from(), query.recent());
    }

    @GetMapping("/dispatch/v2/tenant/{tenant}/export/appointment-assignments")
    @ApiAccess(Scope.EXPORT)
    @Operation(
            operationId = "Export_AppointmentAssignments",
            summary = "Export the assignments to appointments that changed",
            description = "That of who was taken off again is not active.")
    ExportPage<AppointmentAssignmentResponse> assignments(
            @PathVariable long tenant, @ParameterObject ExportQuery query, @ParameterObject ActiveQuery active) {
        return exports.next(tenant, assignments, query.from(), query.recent())
                .filter(active.lets(AppointmentAssignmentResponse::active));
    }
}

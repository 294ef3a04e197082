package org.callboard.jobapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.dispatch.ChangeAppointment;
import org.callboard.dispatch.Outcome;
import org.callboard.dispatch.RescheduleAppointment;
import org.callboard.dispatch.RescheduleAppointment.BusyTechnicians;
import org.callboard.dispatch.RescheduleAppointment.Reschedule;
import org.callboard.http.Precondition;
import org.callboard.jobapi.AppointmentJson.AppointmentResponse;
import org.callboard.jobapi.AppointmentRequests.AppointmentCreateRequest;
import org.callboard.jobapi.AppointmentRequests.AppointmentRescheduleRequest;
import org.callboard.jobapi.AppointmentRequests.SpecialInstructionsRequest;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.Jobs;
import org.callboard.paging.ListQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.paging.Where;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.Submission;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The appointments of jobs, as programs find, add, move and remove them. */
@RestController
@RequestMapping("/jpm/v2/tenant/{tenant}/appointments")
@Tag(name = "Appointments")
class AppointmentsController {

    private final Appointments appointments;
    private final Jobs jobs;
    private final ChangeAppointment change;
    private final RescheduleAppointment rescheduling;
    private final VisitNotices notices;

    AppointmentsController(
            Appointments appointments,
            Jobs jobs,
            ChangeAppointment change,
            RescheduleAppointment rescheduling,
            VisitNotices notices) {
        this.appointments = appointments;
        this.jobs = jobs;
        this.change = change;
        this.rescheduling = rescheduling;
        this.notices = notices;
    }

    @GetMapping
    @ApiAccess(Scope.JOBS_READ)
    @Operation(operationId = "Appointments_GetList", summary = "List appointments")
    Page<AppointmentResponse> list(
            @PathVariable long tenant,
            @ParameterObject PageQuery page,
            @ParameterObject ListQuery query,
            @ParameterObject AppointmentFilter filter) {
        return appointments
                .page(filter.applyTo(query.applyTo(Where.tenant(tenant))), page.paging())
                .map(AppointmentResponse::from);
    }

    @GetMapping("/{id}")
    @ApiAccess(Scope.JOBS_READ)
    @Operation(operationId = "Appointments_Get", summary = "Get an appointment")
    ResponseEntity<AppointmentResponse> get(@PathVariable long tenant, @PathVariable long id) {
        return show(appointments.get(tenant, id));
    }

    @PostMapping
    @ApiAccess(Scope.JOBS_WRITE)
    @Operation(
            operationId = "Appointments_Add",
            summary = "Add an appointment to a job",
            description = VisitNotices.DESCRIPTION)
    ResponseEntity<AppointmentResponse> add(
            @PathVariable long tenant,
            @RequestBody Submission<AppointmentCreateRequest> sent,
            HttpServletResponse response) {
        AppointmentCreateRequest request = sent.request();
        Long job = request.jobId();
        FieldErrors found = new FieldErrors()
                .addIf(job != null && jobs.find(tenant, job).isEmpty(), "jobId", "There is no job " + job + ".");
        sent.noted().addMissing(found);
        Outcome outcome = change.add(tenant, job == null ? 0 : job, request.draft(), sent.noted(), Precondition.NONE);
        notices.announce(tenant, outcome.appointment(), outcome.overlaps(), response);
        return show(outcome.appointment());
    }

    @DeleteMapping("/{id}")
    @ApiAccess(Scope.JOBS_WRITE)
    @Operation(
            operationId = "Appointments_Delete",
            summary = "Remove an appointment",
            description = "A job keeps one: its last one can't be removed.")
    void remove(@PathVariable long tenant, @PathVariable long id, Precondition precondition) {
        change.remove(tenant, id, precondition);
    }

    @PatchMapping("/{id}/reschedule")
    @ApiAccess(Scope.JOBS_WRITE)
    @Operation(
            operationId = "Appointments_Reschedule",
            summary = "Move an appointment to another time",
            description = "It is Scheduled then, with the technicians that it has. " + VisitNotices.DESCRIPTION)
    ResponseEntity<AppointmentResponse> reschedule(
            @PathVariable long tenant,
            @PathVariable long id,
            @RequestBody AppointmentRescheduleRequest request,
            Precondition precondition,
            HttpServletResponse response) {
        Appointment before = appointments.get(tenant, id);
        Reschedule to = new Reschedule(request.from(before.time()), request.reason(), BusyTechnicians.KEEP);
        Outcome outcome = rescheduling.reschedule(tenant, id, to, precondition);
        notices.announce(tenant, outcome.appointment(), outcome.overlaps(), response);
        return show(outcome.appointment());
    }

    @PutMapping("/{id}/confirmation")
    @ApiAccess(Scope.JOBS_WRITE)
    @Operation(
            operationId = "Appointments_UpdateConfirmation",
            summary = "Note that the customer confirmed an appointment")
    void confirm(@PathVariable long tenant, @PathVariable long id, Precondition precondition) {
        change.confirm(tenant, id, true, precondition);
    }

    @DeleteMapping("/{id}/confirmation")
    @ApiAccess(Scope.JOBS_WRITE)
    @Operation(
            operationId = "Appointments_RemoveConfirmation",
            summary = "Note that an appointment is not confirmed any more")
    void unconfirm(@PathVariable long tenant, @PathVariable long id, Precondition precondition) {
        change.confirm(tenant, id, false, precondition);
    }

    @PutMapping("/{id}/special-instructions")
    @ApiAccess(Scope.JOBS_WRITE)
    @Operation(
            operationId = "Appointments_UpdateSpecialInstructions",
            summary = "Say what the technicians of an appointment should know",
            description = "An empty text clears it.")
    ResponseEntity<AppointmentResponse> instruct(
            @PathVariable long tenant,
            @PathVariable long id,
            @RequestBody SpecialInstructionsRequest request,
            Precondition precondition) {
        return show(change.instruct(tenant, id, request.specialInstructions(), precondition));
    }

    private static ResponseEntity<AppointmentResponse> show(Appointment appointment) {
        return appointment.tag().on(AppointmentResponse.from(appointment));
    }
}

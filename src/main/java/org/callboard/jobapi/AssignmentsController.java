package org.callboard.jobapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.dispatch.AssignTechnicians;
import org.callboard.dispatch.Outcome;
import org.callboard.http.OwnHeaders;
import org.callboard.http.Precondition;
import org.callboard.jobapi.AppointmentJson.AppointmentAssignmentResponse;
import org.callboard.jobapi.AppointmentJson.AssignedAppointmentResponse;
import org.callboard.jobapi.AppointmentRequests.TechniciansRequest;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.Appointments;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.paging.Where;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.Submission;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who comes to which appointment. */
@RestController
@RequestMapping("/dispatch/v2/tenant/{tenant}/appointment-assignments")
@Tag(name = "AppointmentAssignments")
class AssignmentsController {

    private final Appointments appointments;
    private final AssignTechnicians assigning;
    private final VisitNotices notices;

    AssignmentsController(Appointments appointments, AssignTechnicians assigning, VisitNotices notices) {
        this.appointments = appointments;
        this.assigning = assigning;
        this.notices = notices;
    }

    @GetMapping
    @ApiAccess(Scope.JOBS_READ)
    @Operation(operationId = "AppointmentAssignments_GetList", summary = "List who comes to appointments")
    Page<AppointmentAssignmentResponse> list(
            @PathVariable long tenant, @ParameterObject PageQuery page, @ParameterObject AssignmentFilter filter) {
        return appointments
                .assignments(filter.applyTo(Where.tenant(tenant)), page.paging())
                .map(AppointmentAssignmentResponse::from);
    }

    @PostMapping("/assign-technicians")
    @ApiAccess(Scope.JOBS_WRITE)
    @Operation(
            operationId = "AppointmentAssignments_AssignTechnicians",
            summary = "Assign technicians to an appointment",
            description = "Those who are assigned already stay. Where one is busy then, the header "
                    + OwnHeaders.OVERBOOKED + " names them with the appointment in the way, as in 1004=2207.")
    ResponseEntity<AssignedAppointmentResponse> assign(
            @PathVariable long tenant,
            @RequestBody Submission<TechniciansRequest> sent,
            Precondition precondition,
            HttpServletResponse response) {
        TechniciansRequest request = check(tenant, sent);
        Outcome outcome =
                assigning.assign(tenant, request.appointment(), request.technicians(), sent.noted(), precondition);
        notices.announce(outcome.overlaps(), response);
        return show(outcome.appointment());
    }

    @PostMapping("/unassign-technicians")
    @ApiAccess(Scope.JOBS_WRITE)
    @Operation(
            operationId = "AppointmentAssignments_UnassignTechnicians",
            summary = "Take technicians off an appointment",
            description = "Those who are not assigned change nothing.")
    ResponseEntity<AssignedAppointmentResponse> unassign(
            @PathVariable long tenant, @RequestBody Submission<TechniciansRequest> sent, Precondition precondition) {
        TechniciansRequest request = check(tenant, sent);
        sent.noted().throwIfAny();
        return show(assigning.unassign(tenant, request.appointment(), request.technicians(), precondition));
    }

    /** Notes an appointment that there is not. */
    private TechniciansRequest check(long tenant, Submission<TechniciansRequest> sent) {
        TechniciansRequest request = sent.request();
        Long id = request.jobAppointmentId();
        FieldErrors found = new FieldErrors()
                .addIf(
                        id != null && appointments.find(tenant, id).isEmpty(),
                        "jobAppointmentId",
                        "There is no appointment " + id + ".");
        sent.noted().addMissing(found);
        return request;
    }

    private static ResponseEntity<AssignedAppointmentResponse> show(Appointment appointment) {
        return appointment.tag().on(AssignedAppointmentResponse.from(appointment));
    }
}

package org.callboard.jobapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.dispatch.AppointmentAct;
import org.callboard.dispatch.WorkAppointment;
import org.callboard.http.Precondition;
import org.callboard.jobapi.AppointmentJson.AppointmentResponse;
import org.callboard.jobs.Appointment;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far technicians are with an appointment, which the contract has no operations for. */
@RestController
@RequestMapping("/callboard/v1/tenant/{tenant}/appointments/{id}")
@Tag(name = "Appointments")
class AppointmentWorkController {

    private final WorkAppointment work;

    AppointmentWorkController(WorkAppointment work) {
        this.work = work;
    }

    @PostMapping("/dispatch")
    @ApiAccess(Scope.JOBS_WRITE)
    @Operation(
            operationId = "Appointments_Dispatch",
            summary = "Send the technicians to an appointment",
            description = "It is Dispatched then. It needs a technician.")
    ResponseEntity<AppointmentResponse> dispatch(
            @PathVariable long tenant, @PathVariable long id, Precondition precondition) {
        return act(tenant, id, AppointmentAct.DISPATCH, precondition);
    }

    @PostMapping("/start")
    @ApiAccess(Scope.JOBS_WRITE)
    @Operation(
            operationId = "Appointments_Start",
            summary = "Note that the work at an appointment began",
            description = "It is Working then, and its job InProgress.")
    ResponseEntity<AppointmentResponse> start(
            @PathVariable long tenant, @PathVariable long id, Precondition precondition) {
        return act(tenant, id, AppointmentAct.START, precondition);
    }

    @PostMapping("/finish")
    @ApiAccess(Scope.JOBS_WRITE)
    @Operation(
            operationId = "Appointments_Finish",
            summary = "Note that the work at an appointment is done",
            description = "It is Done then. The last one completes its job.")
    ResponseEntity<AppointmentResponse> finish(
            @PathVariable long tenant, @PathVariable long id, Precondition precondition) {
        return act(tenant, id, AppointmentAct.FINISH, precondition);
    }

    @PostMapping("/back")
    @ApiAccess(Scope.JOBS_WRITE)
    @Operation(
            operationId = "Appointments_SendBack",
            summary = "Take back that technicians were sent to an appointment",
            description = "It is Scheduled then.")
    ResponseEntity<AppointmentResponse> back(
            @PathVariable long tenant, @PathVariable long id, Precondition precondition) {
        return act(tenant, id, AppointmentAct.BACK, precondition);
    }

    private ResponseEntity<AppointmentResponse> act(
            long tenant, long id, AppointmentAct act, Precondition precondition) {
        Appointment appointment = work.act(tenant, id, act, precondition);
        return appointment.tag().on(AppointmentResponse.from(appointment));
    }
}

package org.callboard.jobapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.dispatch.HoldAppointment;
import org.callboard.http.Precondition;
import org.callboard.jobapi.AppointmentRequests.HoldAppointmentRequest;
import org.callboard.jobs.Appointments;
import org.callboard.validation.Submission;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Appointments that wait for something, and so take nobody's time. */
@RestController
@RequestMapping("/jpm/v2/tenant/{tenant}/appointments/{id}/hold")
@Tag(name = "Appointments")
class AppointmentHoldController {

    private final Appointments appointments;
    private final HoldAppointment holding;

    AppointmentHoldController(Appointments appointments, HoldAppointment holding) {
        this.appointments = appointments;
        this.holding = holding;
    }

    @PutMapping
    @ApiAccess(Scope.JOBS_WRITE)
    @Operation(operationId = "Appointments_Hold", summary = "Put an appointment on hold")
    void hold(
            @PathVariable long tenant,
            @PathVariable long id,
            @RequestBody Submission<HoldAppointmentRequest> sent,
            Precondition precondition) {
        appointments.get(tenant, id);
        HoldAppointmentRequest request = sent.request();
        holding.hold(tenant, id, request.reasonId(), request.memo(), sent.noted(), precondition);
    }

    @DeleteMapping
    @ApiAccess(Scope.JOBS_WRITE)
    @Operation(
            operationId = "Appointments_RemoveHold",
            summary = "Take an appointment off hold",
            description = "It is Scheduled again at its time, if that lies ahead and its technicians are free; else the"
                    + " answer is 409 `time-not-free`, and it has to be rescheduled.")
    void takeOff(@PathVariable long tenant, @PathVariable long id, Precondition precondition) {
        holding.takeOff(tenant, id, precondition);
    }
}

package org.callboard.jobapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.jobapi.AppointmentJson.AppointmentResponse;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.Appointments;
import org.callboard.paging.ListQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.paging.Where;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The appointments of jobs, as programs read them. */
@RestController
@RequestMapping("/jpm/v2/tenant/{tenant}/appointments")
@Tag(name = "Appointments")
class AppointmentsController {

    private final Appointments appointments;

    AppointmentsController(Appointments appointments) {
        this.appointments = appointments;
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
        Appointment appointment = appointments.get(tenant, id);
        return appointment.tag().on(AppointmentResponse.from(appointment));
    }
}

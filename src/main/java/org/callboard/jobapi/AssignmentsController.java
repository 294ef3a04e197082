package org.callboard.jobapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.jobapi.AppointmentJson.AppointmentAssignmentResponse;
import org.callboard.jobs.Appointments;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.paging.Where;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who comes to which appointment. */
@RestController
@RequestMapping("/dispatch/v2/tenant/{tenant}/appointment-assignments")
@Tag(name = "AppointmentAssignments")
class AssignmentsController {

    private final Appointments appointments;

    AssignmentsController(Appointments appointments) {
        this.appointments = appointments;
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
}

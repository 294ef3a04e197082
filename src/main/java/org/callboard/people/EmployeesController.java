package org.callboard.people;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.http.EntityTag;
import org.callboard.paging.Ids;
import org.callboard.paging.NamedQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.paging.Where;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/settings/v2/tenant/{tenant}/employees")
@Tag(name = "Employees")
class EmployeesController {

    record Filter(
            @Schema(description = "Only people who sign in under these ids, which are those of the employees.")
            @Nullable
            Ids userIds,

            @Schema(description = "Only the one with this address, in any case.") @Nullable
            String email) {

        /** Over the table of employees; who may sign in has the same id among the users. */
        Where applyTo(Where where) {
            if (userIds != null) {
                where.and(
                        "exists (select from app_user u where u.tenant_id = employee.tenant_id and u.id = employee.id"
                                + " and u.id = any(:users))",
                        "users",
                        userIds.values().toArray(Long[]::new));
            }
            return where.andIf(
                    "lower(email) = lower(:email)", "email", email == null ? null : VisibleText.strip(email));
        }
    }

    private final Employees employees;

    EmployeesController(Employees employees) {
        this.employees = employees;
    }

    @GetMapping
    @ApiAccess(Scope.SETTINGS_READ)
    @Operation(operationId = "Employees_GetList", summary = "List employees")
    Page<EmployeeResponse> list(
            @PathVariable long tenant,
            @ParameterObject PageQuery page,
            @ParameterObject NamedQuery query,
            @ParameterObject Filter filter) {
        return employees
                .list(filter.applyTo(Where.tenant(tenant)), query, page.paging())
                .map(EmployeeResponse::from);
    }

    @GetMapping("/{id}")
    @ApiAccess(Scope.SETTINGS_READ)
    @Operation(operationId = "Employees_Get", summary = "Get an employee")
    ResponseEntity<EmployeeResponse> get(@PathVariable long tenant, @PathVariable long id) {
        return EntityTag.show(EmployeeResponse.from(employees.get(tenant, id)));
    }
}

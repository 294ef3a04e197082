package org.callboard.people;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.callboard.access.ApiAccess;
import org.callboard.access.EmployeeRole;
import org.callboard.access.Scope;
import org.callboard.access.Tenants;
import org.callboard.paging.ActiveFilter;
import org.callboard.paging.Ids;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The roles of employees: the same in every company, and as old as it. */
@RestController
@RequestMapping("/settings/v2/tenant/{tenant}/user-roles")
@Tag(name = "UserRoles")
class UserRolesController {

    enum EmployeeType {
        None,
        Employee,
        Technician,
        All;

        boolean includes(EmployeeRole role) {
            return this == All || this == of(role);
        }

        static EmployeeType of(EmployeeRole role) {
            return role.isTechnician() ? Technician : Employee;
        }
    }

    record Filter(
            @Nullable Ids ids,

            @Schema(description = "Finds in any case and in part.") @Nullable
            String name,

            @Schema(description = "All roles are active.") @Nullable
            ActiveFilter active,

            @Schema(description = "Whether they work in the office or at the customer's; all by default.") @Nullable
            EmployeeType employeeType) {

        boolean fits(EmployeeRole role) {
            return (ids == null || ids.values().contains(role.id()))
                    && (name == null || role.name().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)))
                    && active != ActiveFilter.False
                    && (employeeType == null || employeeType.includes(role));
        }
    }

    record UserRoleResponse(
            long id,
            boolean active,
            String name,
            Instant createdOn,

            @Schema(allowableValues = {"Employee", "Technician"})
            String employeeType) {}

    private final Tenants tenants;

    UserRolesController(Tenants tenants) {
        this.tenants = tenants;
    }

    @GetMapping
    @ApiAccess(Scope.SETTINGS_READ)
    @Operation(operationId = "UserRoles_GetList", summary = "List user roles")
    Page<UserRoleResponse> list(
            @PathVariable long tenant, @ParameterObject PageQuery page, @ParameterObject Filter filter) {
        Instant createdOn = tenants.get(tenant).createdOn();
        List<EmployeeRole> roles =
                Stream.of(EmployeeRole.values()).filter(filter::fits).toList();
        return Page.ofAll(page.paging(), roles)
                .map(role -> new UserRoleResponse(
                        role.id(),
                        true,
                        role.name(),
                        createdOn,
                        EmployeeType.of(role).name()));
    }
}

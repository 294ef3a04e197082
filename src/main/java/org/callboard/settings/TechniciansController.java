package org.callboard.settings;

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
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/settings/v2/tenant/{tenant}/technicians")
@Tag(name = "Technicians")
class TechniciansController {

    record Filter(
            @Schema(description = "Technicians don't sign in: with it the list is empty.") @Nullable
            Ids userIds) {}

    private final Technicians technicians;

    TechniciansController(Technicians technicians) {
        this.technicians = technicians;
    }

    @GetMapping
    @ApiAccess(Scope.SETTINGS_READ)
    @Operation(operationId = "Technicians_GetList", summary = "List technicians")
    Page<TechnicianResponse> list(
            @PathVariable long tenant,
            @ParameterObject PageQuery page,
            @ParameterObject NamedQuery query,
            @ParameterObject Filter filter) {
        return technicians
                .list(Where.tenant(tenant).noneHas(filter.userIds), query, Sort.BY_ID, page.paging())
                .map(TechnicianResponse::from);
    }

    @GetMapping("/{id}")
    @ApiAccess(Scope.SETTINGS_READ)
    @Operation(operationId = "Technicians_Get", summary = "Get a technician")
    ResponseEntity<TechnicianResponse> get(@PathVariable long tenant, @PathVariable long id) {
        return EntityTag.show(TechnicianResponse.from(technicians.get(tenant, id)));
    }
}

package org.callboard.settings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.http.EntityTag;
import org.callboard.paging.ExternalDataQuery;
import org.callboard.paging.NamedQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.settings.SettingJson.BusinessUnitResponse;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/settings/v2/tenant/{tenant}/business-units")
@Tag(name = "BusinessUnits")
class BusinessUnitsController {

    private final BusinessUnits units;

    BusinessUnitsController(BusinessUnits units) {
        this.units = units;
    }

    @GetMapping
    @ApiAccess(Scope.SETTINGS_READ)
    @Operation(operationId = "BusinessUnits_GetList", summary = "List business units")
    Page<BusinessUnitResponse> list(
            @PathVariable long tenant,
            @ParameterObject PageQuery page,
            @ParameterObject NamedQuery query,
            @ParameterObject ExternalDataQuery external) {
        return units.list(tenant, query, page.paging()).map(BusinessUnitResponse::from);
    }

    @GetMapping("/{id}")
    @ApiAccess(Scope.SETTINGS_READ)
    @Operation(operationId = "BusinessUnits_Get", summary = "Get a business unit")
    ResponseEntity<BusinessUnitResponse> get(
            @PathVariable long tenant, @PathVariable long id, @ParameterObject ExternalDataQuery external) {
        return EntityTag.show(BusinessUnitResponse.from(units.get(tenant, id)));
    }
}

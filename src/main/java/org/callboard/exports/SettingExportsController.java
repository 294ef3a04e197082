package org.callboard.exports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.changes.FeedSource;
import org.callboard.exports.ExportsController.ExportQuery;
import org.callboard.people.EmployeeResponse;
import org.callboard.settings.SettingJson.BusinessUnitResponse;
import org.callboard.settings.SettingJson.TagTypeResponse;
import org.callboard.settings.TechnicianResponse;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The export feeds of what a company sets up and of who works there. */
@RestController
@RequestMapping("/settings/v2/tenant/{tenant}/export")
@Tag(name = "Export")
class SettingExportsController {

    private final Exports exports;
    private final FeedSource<BusinessUnitResponse> units;
    private final FeedSource<EmployeeResponse> employees;
    private final FeedSource<TagTypeResponse> tags;
    private final FeedSource<TechnicianResponse> technicians;

    SettingExportsController(
            Exports exports,
            FeedSource<BusinessUnitResponse> units,
            FeedSource<EmployeeResponse> employees,
            FeedSource<TagTypeResponse> tags,
            FeedSource<TechnicianResponse> technicians) {
        this.exports = exports;
        this.units = units;
        this.employees = employees;
        this.tags = tags;
        this.technicians = technicians;
    }

    @GetMapping("/business-units")
    @ApiAccess(Scope.EXPORT)
    @Operation(operationId = "Export_BusinessUnits", summary = "Export the business units that changed")
    ExportPage<BusinessUnitResponse> businessUnits(@PathVariable long tenant, @ParameterObject ExportQuery query) {
        return exports.next(tenant, units, query.from(), query.recent());
    }

    @GetMapping("/employees")
    @ApiAccess(Scope.EXPORT)
    @Operation(operationId = "Export_Employees", summary = "Export the employees that changed")
    ExportPage<EmployeeResponse> employees(@PathVariable long tenant, @ParameterObject ExportQuery query) {
        return exports.next(tenant, employees, query.from(), query.recent());
    }

    @GetMapping("/tag-types")
    @ApiAccess(Scope.EXPORT)
    @Operation(operationId = "Export_TagTypes", summary = "Export the tag types that changed")
    ExportPage<TagTypeResponse> tagTypes(@PathVariable long tenant, @ParameterObject ExportQuery query) {
        return exports.next(tenant, tags, query.from(), query.recent());
    }

    @GetMapping("/technicians")
    @ApiAccess(Scope.EXPORT)
    @Operation(operationId = "Export_Technicians", summary = "Export the technicians that changed")
    ExportPage<TechnicianResponse> technicians(@PathVariable long tenant, @ParameterObject ExportQuery query) {
        return exports.next(tenant, technicians, query.from(), query.recent());
    }
}

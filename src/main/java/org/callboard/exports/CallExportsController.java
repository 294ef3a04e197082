package org.callboard.exports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.callapi.CallJson.ExportCallsResponse;
import org.callboard.changes.FeedSource;
import org.callboard.exports.ExportsController.ExportQuery;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The export feed of telephone calls. */
@RestController
@Tag(name = "Export")
class CallExportsController {

    private final Exports exports;
    private final FeedSource<ExportCallsResponse> calls;

    CallExportsController(Exports exports, FeedSource<ExportCallsResponse> calls) {
        this.exports = exports;
        this.calls = calls;
    }

    @GetMapping("/telecom/v2/tenant/{tenant}/export/calls")
    @ApiAccess(Scope.EXPORT)
    @Operation(
            operationId = "Export_Calls",
            summary = "Export the telephone calls that changed",
            description = "One that was opened by hand, and is the same as another one, is not active.")
    ExportPage<ExportCallsResponse> calls(@PathVariable long tenant, @ParameterObject ExportQuery query) {
        return exports.next(tenant, calls, query.from(), query.recent());
    }
}

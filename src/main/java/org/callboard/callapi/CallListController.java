package org.callboard.callapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.callapi.CallJson.CallResponse;
import org.callboard.paging.ActiveFilter;
import org.callboard.paging.ListQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Telephone calls in version 3 of the contract, which only lists them. */
@RestController
@RequestMapping("/telecom/v3/tenant/{tenant}/calls")
@Tag(name = "Calls")
class CallListController {

    record ActiveQuery(
            @Schema(
                    description = "True where it is not given. One that was opened by hand, and is the same as another"
                            + " one, is not active.")
            @Nullable
            ActiveFilter active) {}

    private final ReadCalls calls;

    CallListController(ReadCalls calls) {
        this.calls = calls;
    }

    @GetMapping
    @ApiAccess(Scope.CALLS_READ)
    @Operation(operationId = "Calls_GetList", summary = "List telephone calls")
    Page<CallResponse> list(
            @PathVariable long tenant,
            @ParameterObject PageQuery page,
            @ParameterObject ListQuery query,
            @ParameterObject ActiveQuery active,
            @ParameterObject CallFilter filter) {
        Where where = ActiveFilter.apply(active.active, query.applyTo(Where.tenant(tenant)));
        return calls.page(tenant, where, filter, page.paging(), CallResponse::from);
    }
}

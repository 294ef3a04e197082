package org.callboard.settings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Objects;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.paging.ActiveFilter;
import org.callboard.paging.DateRange;
import org.callboard.paging.NamedQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/jbce/v2/tenant/{tenant}/call-reasons")
@Tag(name = "CallReasons")
class CallReasonsController {

    record Filter(
            @Nullable ActiveFilter active,

            @JsonUnwrapped DateRange dates,

            @Nullable Sort sort) {

        NamedQuery query() {
            return new NamedQuery(null, null, active, dates);
        }
    }

    record CallReasonResponse(
            long id, String name, boolean isLead, boolean active, Instant createdOn, Instant modifiedOn) {
        static CallReasonResponse from(CallReason reason) {
            return new CallReasonResponse(
                    reason.id(),
                    reason.name(),
                    reason.details().isLead(),
                    reason.active(),
                    reason.createdOn(),
                    reason.modifiedOn());
        }
    }

    private final CallReasons reasons;

    CallReasonsController(CallReasons reasons) {
        this.reasons = reasons;
    }

    @GetMapping
    @ApiAccess(Scope.SETTINGS_READ)
    @Operation(operationId = "CallReasons_Get", summary = "List call reasons")
    Page<CallReasonResponse> list(
            @PathVariable long tenant, @ParameterObject PageQuery page, @ParameterObject Filter filter) {
        return reasons.list(
                        Where.tenant(tenant),
                        filter.query(),
                        Objects.requireNonNullElse(filter.sort, Sort.BY_ID),
                        page.paging())
                .map(CallReasonResponse::from);
    }
}

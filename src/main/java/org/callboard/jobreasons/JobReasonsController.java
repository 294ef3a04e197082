package org.callboard.jobreasons;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
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
import org.callboard.settings.Setting;
import org.callboard.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class JobReasonsController {

    record Filter(
            @Schema(description = "Active and inactive ones by default.") @Nullable
            ActiveFilter active,

            @JsonUnwrapped DateRange dates,

            @Nullable Sort sort) {

        <T extends Record & Setting<ReasonName>> Page<T> of(
                Settings<T, ReasonName> reasons, long tenant, PageQuery page) {
            return reasons.list(
                    Where.tenant(tenant),
                    new NamedQuery(null, null, Objects.requireNonNullElse(active, ActiveFilter.Any), dates),
                    Objects.requireNonNullElse(sort, Sort.BY_ID),
                    page.paging());
        }
    }

    record JobCancelReasonResponse(long id, String name, boolean active, Instant createdOn, Instant modifiedOn) {
        static JobCancelReasonResponse from(JobCancelReason reason) {
            return new JobCancelReasonResponse(
                    reason.id(), reason.name(), reason.active(), reason.createdOn(), reason.modifiedOn());
        }
    }

    record JobHoldReasonResponse(long id, String name, boolean active, Instant createdOn, Instant modifiedOn) {
        static JobHoldReasonResponse from(JobHoldReason reason) {
            return new JobHoldReasonResponse(
                    reason.id(), reason.name(), reason.active(), reason.createdOn(), reason.modifiedOn());
        }
    }

    private final JobCancelReasons cancelReasons;
    private final JobHoldReasons holdReasons;

    JobReasonsController(JobCancelReasons cancelReasons, JobHoldReasons holdReasons) {
        this.cancelReasons = cancelReasons;
        this.holdReasons = holdReasons;
    }

    @GetMapping("/jpm/v2/tenant/{tenant}/job-cancel-reasons")
    @ApiAccess(Scope.SETTINGS_READ)
    @Tag(name = "JobCancelReasons")
    @Operation(operationId = "JobCancelReasons_GetList", summary = "List job cancel reasons")
    Page<JobCancelReasonResponse> cancelReasons(
            @PathVariable long tenant, @ParameterObject PageQuery page, @ParameterObject Filter filter) {
        return filter.of(cancelReasons, tenant, page).map(JobCancelReasonResponse::from);
    }

    @GetMapping("/jpm/v2/tenant/{tenant}/job-hold-reasons")
    @ApiAccess(Scope.SETTINGS_READ)
    @Tag(name = "JobHoldReasons")
    @Operation(operationId = "JobHoldReasons_GetList", summary = "List job hold reasons")
    Page<JobHoldReasonResponse> holdReasons(
            @PathVariable long tenant, @ParameterObject PageQuery page, @ParameterObject Filter filter) {
        return filter.of(holdReasons, tenant, page).map(JobHoldReasonResponse::from);
    }
}

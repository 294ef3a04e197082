package org.callboard.settings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.http.EntityTag;
import org.callboard.paging.CommaSeparated;
import org.callboard.paging.ExternalDataQuery;
import org.callboard.paging.NamedQuery;
import org.callboard.paging.OrderQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/jpm/v2/tenant/{tenant}/job-types")
@Tag(name = "JobTypes")
class JobTypesController {

    /** Job types have none of these yet, so that none fits. */
    record Filter(
            @Schema(description = "In seconds. No job type has a duration: with it the list is empty.") @Nullable
            Integer minDuration,

            @Schema(description = "In seconds. No job type has a duration: with it the list is empty.") @Nullable
            Integer maxDuration,

            @Schema(description = "No job type has a priority: with it the list is empty.") @Nullable
            String priority,

            @Schema(description = "Job types hold no external data: with it the list is empty.") @Nullable
            String externalDataKey,

            @Schema(description = "Job types hold no external data: with it the list is empty.") @Nullable
            CommaSeparated externalDataValues) {

        Where applyTo(Where where) {
            return where.noneHas(minDuration)
                    .noneHas(maxDuration)
                    .noneHas(priority)
                    .noneHas(externalDataKey)
                    .noneHas(externalDataValues);
        }
    }

    record JobTypeResponse(long id, String name, Instant modifiedOn, List<ExternalDataModel> externalData) {
        static JobTypeResponse from(JobType type) {
            return new JobTypeResponse(type.id(), type.name(), type.modifiedOn(), List.of());
        }
    }

    private final JobTypes types;

    JobTypesController(JobTypes types) {
        this.types = types;
    }

    @GetMapping
    @ApiAccess(Scope.SETTINGS_READ)
    @Operation(operationId = "JobTypes_GetList", summary = "List job types")
    Page<JobTypeResponse> list(
            @PathVariable long tenant,
            @ParameterObject PageQuery page,
            @ParameterObject NamedQuery query,
            @ParameterObject OrderQuery order,
            @ParameterObject Filter filter,
            @ParameterObject ExternalDataQuery external) {
        return types.list(filter.applyTo(Where.tenant(tenant)), query, order.sort(), page.paging())
                .map(JobTypeResponse::from);
    }

    @GetMapping("/{id}")
    @ApiAccess(Scope.SETTINGS_READ)
    @Operation(operationId = "JobTypes_Get", summary = "Get a job type")
    ResponseEntity<JobTypeResponse> get(
            @PathVariable long tenant, @PathVariable long id, @ParameterObject ExternalDataQuery external) {
        return EntityTag.show(JobTypeResponse.from(types.get(tenant, id)));
    }
}

package org.callboard.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
import org.callboard.settings.SettingJson.ExternalDataModel;
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

    /** Over the table of job types. */
    record Filter(
            @Schema(description = "In seconds; a type whose visits differ in length counts as 0.") @Nullable
            Integer minDuration,

            @Schema(description = "In seconds; a type whose visits differ in length counts as 0.") @Nullable
            Integer maxDuration,

            @Schema(description = "In any case.") @Nullable String priority,

            @Schema(description = "Job types hold no external data: with it the list is empty.") @Nullable
            String externalDataKey,

            @Schema(description = "Job types hold no external data: with it the list is empty.") @Nullable
            CommaSeparated externalDataValues) {

        Where applyTo(Where where) {
            return where.andIf("coalesce(minutes, 0) * 60 >= :minDuration", "minDuration", minDuration)
                    .andIf("coalesce(minutes, 0) * 60 <= :maxDuration", "maxDuration", maxDuration)
                    .andIf("lower(priority) = lower(:priority)", "priority", priority)
                    .noneHas(externalDataKey)
                    .noneHas(externalDataValues);
        }
    }

    /** The wire shape of a job type. What Callboard does not keep is there: null, empty or false, as its type allows. */
    record JobTypeResponse(
            long id,
            String name,

            @Schema(description = "Empty where every business unit does it.")
            List<Long> businessUnitIds,

            List<String> skills,
            List<Long> tagTypeIds,
            String priority,

            @Schema(description = "How long a visit takes, in seconds; 0 where that differs.")
            long duration,

            @Nullable BigDecimal soldThreshold,

            @JsonProperty("class") String jobClass,

            String summary,
            boolean noCharge,
            @Nullable Boolean enforceRecurringServiceEventSelection,
            boolean invoiceSignaturesRequired,
            Instant createdOn,
            Instant modifiedOn,
            List<ExternalDataModel> externalData,
            boolean active,
            boolean isSmartDispatched,
            String defaultEstimateSoldAction,

            @Schema(description = "The custom fields of jobs that are asked for when one is booked, in this order.")
            List<Long> customFieldTypeIds) {

        private static final long SECONDS = 60;

        static JobTypeResponse from(JobType type) {
            return new JobTypeResponse(
                    type.id(),
                    type.name(),
                    type.details().businessUnitIds(),
                    List.of(),
                    List.of(),
                    type.details().priority(),
                    Objects.requireNonNullElse(type.details().minutes(), 0) * SECONDS,
                    null,
                    "",
                    "",
                    false,
                    null,
                    false,
                    type.createdOn(),
                    type.modifiedOn(),
                    List.of(),
                    type.active(),
                    false,
                    "",
                    type.customFieldTypeIds());
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

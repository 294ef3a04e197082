package org.callboard.settings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.http.EntityTag;
import org.callboard.http.Precondition;
import org.callboard.paging.ActiveFilter;
import org.callboard.paging.NamedQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.settings.SettingJson.TagTypeResponse;
import org.callboard.validation.NullOrNotBlank;
import org.callboard.validation.Patch;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/settings/v2/tenant/{tenant}/tag-types")
@Tag(name = "TagTypes")
class TagTypesController {

    /** What is blank is refused as such; what else has no letter and no digit is refused where it would be kept. */
    private static final String COLOR_OR_BLANK = TagTypes.COLOR + "|[^#0-9a-zA-Z]*";

    private static final String NO_COLOR = "A color such as #2e7d32 is expected.";

    record Filter(@Nullable ActiveFilter active) {}

    record CreateTagTypeRequest(
            @NotBlank @Size(max = Settings.MAX_NAME_LENGTH) String name,

            @NotBlank @Pattern(regexp = TagTypes.COLOR, message = NO_COLOR)
            String color,

            @Size(max = TagTypes.MAX_CODE) @Nullable String code,

            TagType.@Nullable Importance importance,
            @Nullable Boolean isConversionOpportunity,
            @Nullable Boolean allowToUseOnTimesheetActivity,
            @Nullable Boolean isVisibleOnDispatchBoard) {

        TagType.Details details() {
            return new TagType.Details(
                    name,
                    color,
                    Objects.requireNonNullElse(code, ""),
                    importance,
                    Boolean.TRUE.equals(isConversionOpportunity),
                    Boolean.TRUE.equals(allowToUseOnTimesheetActivity),
                    Boolean.TRUE.equals(isVisibleOnDispatchBoard));
        }
    }

    record UpdateTagTypeRequest(
            @NullOrNotBlank @Size(max = Settings.MAX_NAME_LENGTH) @Nullable
            String name,

            @NullOrNotBlank @Pattern(regexp = COLOR_OR_BLANK, message = NO_COLOR) @Nullable
            String color,

            @Size(max = TagTypes.MAX_CODE) @Nullable String code,

            Patch<TagType.Importance> importance,
            @Nullable Boolean isConversionOpportunity,
            @Nullable Boolean allowToUseOnTimesheetActivity,
            @Nullable Boolean isVisibleOnDispatchBoard) {

        TagType.Details applyTo(TagType.Details old) {
            return new TagType.Details(
                    Objects.requireNonNullElse(name, old.name()),
                    Objects.requireNonNullElse(color, old.color()),
                    Objects.requireNonNullElse(code, old.code()),
                    importance.or(old.importance()),
                    Objects.requireNonNullElse(isConversionOpportunity, old.isConversionOpportunity()),
                    Objects.requireNonNullElse(allowToUseOnTimesheetActivity, old.allowToUseOnTimesheetActivity()),
                    Objects.requireNonNullElse(isVisibleOnDispatchBoard, old.isVisibleOnDispatchBoard()));
        }
    }

    private final TagTypes tags;

    TagTypesController(TagTypes tags) {
        this.tags = tags;
    }

    @GetMapping
    @ApiAccess(Scope.SETTINGS_READ)
    @Operation(operationId = "TagTypes_GetList", summary = "List tag types")
    Page<TagTypeResponse> list(
            @PathVariable long tenant, @ParameterObject PageQuery page, @ParameterObject Filter filter) {
        return tags.list(tenant, NamedQuery.of(filter.active), page.paging()).map(TagTypeResponse::from);
    }

    @PostMapping
    @ApiAccess(Scope.SETTINGS_WRITE)
    @Operation(operationId = "TagTypes_Create", summary = "Create a tag type")
    ResponseEntity<TagTypeResponse> create(@PathVariable long tenant, @RequestBody CreateTagTypeRequest request) {
        return EntityTag.show(TagTypeResponse.from(tags.add(tenant, request.details())));
    }

    @PatchMapping("/{id}")
    @ApiAccess(Scope.SETTINGS_WRITE)
    @Operation(operationId = "TagTypes_Update", summary = "Change a tag type")
    ResponseEntity<TagTypeResponse> update(
            @PathVariable long tenant,
            @PathVariable long id,
            @RequestBody UpdateTagTypeRequest request,
            Precondition precondition) {
        return EntityTag.show(TagTypeResponse.from(tags.update(
                tenant,
                id,
                before -> precondition.check(EntityTag.ofContent(TagTypeResponse.from(before))),
                request::applyTo)));
    }
}

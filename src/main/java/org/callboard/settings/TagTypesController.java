package org.callboard.settings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.paging.ActiveFilter;
import org.callboard.paging.NamedQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/settings/v2/tenant/{tenant}/tag-types")
@Tag(name = "TagTypes")
class TagTypesController {

    record Filter(@Nullable ActiveFilter active) {}

    record TagTypeResponse(long id, String name, boolean active) {
        static TagTypeResponse from(TagType tag) {
            return new TagTypeResponse(tag.id(), tag.name(), tag.active());
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
}

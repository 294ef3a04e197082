package org.callboard.campaigns;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.http.EntityTag;
import org.callboard.paging.ActiveFilter;
import org.callboard.paging.NamedQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/marketing/v2/tenant/{tenant}/categories")
@Tag(name = "CampaignCategories")
class CampaignCategoriesController {

    record CampaignCategoryResponse(
            long id, String name, boolean active, CampaignCategory.Type type, Instant createdOn, Instant modifiedOn) {
        static CampaignCategoryResponse from(CampaignCategory category) {
            return new CampaignCategoryResponse(
                    category.id(),
                    category.name(),
                    category.active(),
                    category.details().type(),
                    category.createdOn(),
                    category.modifiedOn());
        }
    }

    private final CampaignCategories categories;

    CampaignCategoriesController(CampaignCategories categories) {
        this.categories = categories;
    }

    /** The contract gives this list no filter, so it shows the inactive ones too. */
    @GetMapping
    @ApiAccess(Scope.SETTINGS_READ)
    @Operation(operationId = "CampaignCategories_GetList", summary = "List campaign categories, also inactive ones")
    Page<CampaignCategoryResponse> list(@PathVariable long tenant, @ParameterObject PageQuery page) {
        return categories
                .list(tenant, NamedQuery.of(ActiveFilter.Any), page.paging())
                .map(CampaignCategoryResponse::from);
    }

    @GetMapping("/{id}")
    @ApiAccess(Scope.SETTINGS_READ)
    @Operation(operationId = "CampaignCategories_Get", summary = "Get a campaign category")
    ResponseEntity<CampaignCategoryResponse> get(@PathVariable long tenant, @PathVariable long id) {
        return EntityTag.show(CampaignCategoryResponse.from(categories.get(tenant, id)));
    }
}

package org.callboard.campaigns;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.http.EntityTag;
import org.callboard.paging.ActiveFilter;
import org.callboard.paging.DateRange;
import org.callboard.paging.Ids;
import org.callboard.paging.NamedQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/marketing/v2/tenant/{tenant}/campaigns")
@Tag(name = "Campaigns")
class CampaignsController {

    record Filter(
            @Nullable Ids ids,

            @Schema(description = "Finds in any case and in part.") @Nullable
            String name,

            @Schema(description = "Only the active ones by default.") @Nullable
            ActiveFilter active,

            @Schema(description = "Excludes the instant.") @Nullable
            Instant modifiedBefore,

            @Schema(description = "Includes the instant.") @Nullable
            Instant modifiedOnOrAfter) {

        NamedQuery query() {
            return new NamedQuery(ids, name, active, new DateRange(null, null, modifiedBefore, modifiedOnOrAfter));
        }
    }

    record CampaignCategoryOfCampaign(long id, String name, boolean active) {}

    record CampaignResponse(
            long id,
            String name,
            Instant modifiedOn,
            boolean active,
            @Nullable CampaignCategoryOfCampaign category,
            Instant createdOn,
            @Nullable Boolean isDefaultCampaign,
            @Nullable String source,
            @Nullable String otherSource,
            @Nullable String medium,
            @Nullable String otherMedium,
            @Nullable String businessUnit,
            @Nullable List<String> campaignPhoneNumbers) {
        static CampaignResponse from(Campaign campaign) {
            Campaign.Category category = campaign.category();
            return new CampaignResponse(
                    campaign.id(),
                    campaign.name(),
                    campaign.modifiedOn(),
                    campaign.active(),
                    category == null
                            ? null
                            : new CampaignCategoryOfCampaign(category.id(), category.name(), category.active()),
                    campaign.createdOn(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    campaign.phoneNumbers());
        }
    }

    private final Campaigns campaigns;

    CampaignsController(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @GetMapping
    @ApiAccess(Scope.SETTINGS_READ)
    @Operation(operationId = "Campaigns_GetList", summary = "List campaigns")
    Page<CampaignResponse> list(
            @PathVariable long tenant, @ParameterObject PageQuery page, @ParameterObject Filter filter) {
        return campaigns.list(tenant, filter.query(), page.paging()).map(CampaignResponse::from);
    }

    @GetMapping("/{id}")
    @ApiAccess(Scope.SETTINGS_READ)
    @Operation(operationId = "Campaigns_Get", summary = "Get a campaign")
    ResponseEntity<CampaignResponse> get(@PathVariable long tenant, @PathVariable long id) {
        return EntityTag.show(CampaignResponse.from(campaigns.get(tenant, id)));
    }
}

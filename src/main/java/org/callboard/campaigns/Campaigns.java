package org.callboard.campaigns;

import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.settings.Settings;
import org.callboard.validation.FieldErrors;
import org.springframework.stereotype.Service;

/** The campaigns of a tenant, each with its category. */
@Service
public class Campaigns extends Settings<Campaign, Campaign.Details> {

    private final CampaignCategories categories;

    Campaigns(CampaignStore store, CampaignCategories categories, Changes changes) {
        super(store, changes, EntityKind.CAMPAIGN);
        this.categories = categories;
    }

    @Override
    protected void check(long tenant, Campaign.Details details, FieldErrors errors) {
        Long category = details.categoryId();
        errors.addIf(
                category != null && categories.find(tenant, category).isEmpty(),
                "categoryId",
                "There is no campaign category with this id.");
    }
}

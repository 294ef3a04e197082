package org.callboard.campaigns;

import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.settings.Settings;
import org.springframework.stereotype.Service;

/** The categories of campaigns of a tenant. */
@Service
public class CampaignCategories extends Settings<CampaignCategory, CampaignCategory.Details> {

    CampaignCategories(CampaignCategoryStore store, Changes changes) {
        super(store, changes, EntityKind.CAMPAIGN_CATEGORY);
    }
}

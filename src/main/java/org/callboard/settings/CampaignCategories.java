package org.callboard.settings;

import org.callboard.changes.EntityKind;
import org.callboard.platform.Changes;
import org.springframework.stereotype.Service;

/** The categories of campaigns of a tenant. */
@Service
public class CampaignCategories extends Settings<CampaignCategory, CampaignCategory.Details> {

    CampaignCategories(CampaignCategoryStore store, Changes changes) {
        super(store, changes, EntityKind.CAMPAIGN_CATEGORY);
    }
}

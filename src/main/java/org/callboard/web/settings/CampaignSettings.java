package org.callboard.web.settings;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.callboard.campaigns.Campaign;
import org.callboard.campaigns.CampaignCategories;
import org.callboard.campaigns.Campaigns;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class CampaignSettings extends NamedKind<Campaign, Campaign.Details> {

    private final CampaignCategories categories;

    CampaignSettings(Campaigns campaigns, CampaignCategories categories) {
        super(
                campaigns,
                Campaign.Details.class,
                new Words(
                        "campaigns",
                        "Campaigns",
                        "campaign",
                        "Where people heard of you: what a booking, a lead and a job are credited to.",
                        "Category"));
        this.categories = categories;
    }

    @Override
    Map<String, List<Option>> options(long tenant, @Nullable Campaign present) {
        return Map.of("categories", Option.all(categories.all(tenant)));
    }

    @Override
    Function<Campaign, List<String>> cells(long tenant) {
        return one -> List.of(one.categoryName() == null ? NONE : one.categoryName());
    }
}

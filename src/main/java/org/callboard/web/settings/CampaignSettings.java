package org.callboard.web.settings;

import java.util.List;
import java.util.function.Function;
import org.callboard.campaigns.Campaign;
import org.callboard.campaigns.CampaignCategories;
import org.callboard.campaigns.Campaigns;
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
    Function<Campaign, List<String>> cells(long tenant) {
        return one -> List.of(one.categoryName() == null ? NONE : one.categoryName());
    }

    @Override
    List<Field> fields(long tenant, @Nullable Campaign present) {
        return List.of(
                NAME, Field.choice("categoryId", "Category", Choices.all(categories.all(tenant)), "No category"));
    }

    @Override
    Campaign.Details details(Input input) {
        return new Campaign.Details(input.required("name"), input.id("categoryId"));
    }
}

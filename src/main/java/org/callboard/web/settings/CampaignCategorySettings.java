package org.callboard.web.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.callboard.campaigns.CampaignCategories;
import org.callboard.campaigns.CampaignCategory;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class CampaignCategorySettings extends NamedKind<CampaignCategory, CampaignCategory.Details> {

    private static final List<Option> TYPES = Arrays.stream(CampaignCategory.Type.values())
            .map(type -> new Option(type.name(), words(type)))
            .toList();

    CampaignCategorySettings(CampaignCategories categories) {
        super(
                categories,
                CampaignCategory.Details.class,
                new Words(
                        "campaign-categories",
                        "Campaign categories",
                        "category",
                        "Groups of campaigns, for reports.",
                        "Type"));
    }

    @Override
    Function<CampaignCategory, List<String>> cells(long tenant) {
        return one -> List.of(words(one.details().type()));
    }

    @Override
    Map<String, List<Option>> options(long tenant, @Nullable CampaignCategory present) {
        return Map.of("types", TYPES);
    }

    private static String words(CampaignCategory.Type type) {
        return type == CampaignCategory.Type.GoogleHomeServices ? "Google home services" : "Regular";
    }
}

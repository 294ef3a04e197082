package org.callboard.web.settings;

import java.util.Arrays;
import java.util.List;
import org.callboard.settings.CampaignCategories;
import org.callboard.settings.CampaignCategory;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class CampaignCategorySettings implements SettingsKind {

    private final CampaignCategories categories;

    CampaignCategorySettings(CampaignCategories categories) {
        this.categories = categories;
    }

    @Override
    public String path() {
        return "campaign-categories";
    }

    @Override
    public String title() {
        return "Campaign categories";
    }

    @Override
    public String noun() {
        return "category";
    }

    @Override
    public String about() {
        return "Groups of campaigns, for reports.";
    }

    @Override
    public List<String> columns() {
        return List.of("Type");
    }

    @Override
    public List<Line> lines(long tenant) {
        return categories.all(tenant).stream()
                .map(one -> Line.of(one.id(), one.name(), one.active(), words(one.type())))
                .toList();
    }

    @Override
    public List<Field> fields(long tenant, @Nullable Long id) {
        return List.of(
                Field.text("name", "Name").needed(),
                Field.select(
                        "type",
                        "Type",
                        Arrays.stream(CampaignCategory.Type.values())
                                .map(type -> new Option(type.name(), words(type)))
                                .toList()));
    }

    @Override
    public Input values(long tenant, long id) {
        CampaignCategory category = categories.get(tenant, id);
        return new Input().with("name", category.name()).with("type", category.type());
    }

    @Override
    public void add(long tenant, Input input) {
        categories.add(tenant, input.text("name"), type(input));
    }

    @Override
    public void update(long tenant, long id, Input input, boolean active) {
        categories.update(tenant, id, input.text("name"), type(input), active);
    }

    @Override
    public boolean active(long tenant, long id) {
        return categories.get(tenant, id).active();
    }

    private static CampaignCategory.Type type(Input input) {
        return "GoogleHomeServices".equals(input.text("type"))
                ? CampaignCategory.Type.GoogleHomeServices
                : CampaignCategory.Type.Regular;
    }

    private static String words(CampaignCategory.Type type) {
        return type == CampaignCategory.Type.GoogleHomeServices ? "Google home services" : "Regular";
    }
}

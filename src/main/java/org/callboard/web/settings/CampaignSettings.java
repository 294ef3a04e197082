package org.callboard.web.settings;

import java.util.List;
import org.callboard.settings.Campaign;
import org.callboard.settings.CampaignCategories;
import org.callboard.settings.Campaigns;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class CampaignSettings implements SettingsKind {

    private final Campaigns campaigns;
    private final CampaignCategories categories;

    CampaignSettings(Campaigns campaigns, CampaignCategories categories) {
        this.campaigns = campaigns;
        this.categories = categories;
    }

    @Override
    public String path() {
        return "campaigns";
    }

    @Override
    public String title() {
        return "Campaigns";
    }

    @Override
    public String noun() {
        return "campaign";
    }

    @Override
    public String about() {
        return "Where people heard of you: what a booking, a lead and a job are credited to.";
    }

    @Override
    public List<String> columns() {
        return List.of("Category");
    }

    @Override
    public List<Line> lines(long tenant) {
        return campaigns.all(tenant).stream()
                .map(one -> Line.of(
                        one.id(),
                        one.name(),
                        one.active(),
                        one.category() == null ? "–" : one.category().name()))
                .toList();
    }

    @Override
    public List<Field> fields(long tenant, @Nullable Long id) {
        List<Option> options = categories.all(tenant).stream()
                .map(one -> Option.of(one.id(), one.active() ? one.name() : one.name() + " (inactive)"))
                .toList();
        return List.of(
                Field.text("name", "Name").needed(), Field.choice("categoryId", "Category", options, "No category"));
    }

    @Override
    public Input values(long tenant, long id) {
        Campaign campaign = campaigns.get(tenant, id);
        Campaign.Category category = campaign.category();
        return new Input().with("name", campaign.name()).with("categoryId", category == null ? null : category.id());
    }

    @Override
    public void add(long tenant, Input input) {
        campaigns.add(tenant, input.text("name"), input.id("categoryId"));
    }

    @Override
    public void update(long tenant, long id, Input input, boolean active) {
        campaigns.update(tenant, id, input.text("name"), input.id("categoryId"), active);
    }

    @Override
    public boolean active(long tenant, long id) {
        return campaigns.get(tenant, id).active();
    }
}

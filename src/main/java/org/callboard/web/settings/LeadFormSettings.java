package org.callboard.web.settings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.leadpages.LeadPages;
import org.callboard.platform.PublicUrl;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.settings.Campaign;
import org.callboard.settings.Campaigns;
import org.callboard.settings.LeadForm;
import org.callboard.settings.LeadForms;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class LeadFormSettings implements SettingsKind {

    private final LeadForms forms;
    private final Campaigns campaigns;
    private final CallReasons reasons;
    private final LeadPages pages;
    private final PublicUrl url;

    LeadFormSettings(LeadForms forms, Campaigns campaigns, CallReasons reasons, LeadPages pages, PublicUrl url) {
        this.forms = forms;
        this.campaigns = campaigns;
        this.reasons = reasons;
        this.pages = pages;
        this.url = url;
    }

    @Override
    public String path() {
        return "lead-forms";
    }

    @Override
    public String title() {
        return "Lead forms";
    }

    @Override
    public String noun() {
        return "lead form";
    }

    @Override
    public String about() {
        return "Forms whose answers become leads: what such a lead is credited to, and when somebody calls. Programs send"
                + " them through the API; an active form also has a page for everybody, at the address that it shows.";
    }

    @Override
    public List<String> columns() {
        return List.of("Campaign", "Call reason", "Follow-up", "Address of its page");
    }

    @Override
    public List<Line> lines(long tenant) {
        Map<Long, String> campaign = names(campaigns.all(tenant), Campaign::id, Campaign::name);
        Map<Long, String> reason = names(reasons.all(tenant), CallReason::id, CallReason::name);
        return forms.all(tenant).stream()
                .map(one -> Line.of(
                        one.id(),
                        one.name(),
                        one.active(),
                        campaign.getOrDefault(one.campaignId(), "–"),
                        one.callReasonId() == null ? "–" : reason.getOrDefault(one.callReasonId(), "–"),
                        one.followUpDays() == null ? "–" : days(one.followUpDays()),
                        one.active() ? url.forAsker("/lead-form/" + pages.token(tenant, one.id())) : "–"))
                .toList();
    }

    private static <T> Map<Long, String> names(List<T> all, Function<T, Long> id, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(id, name));
    }

    private static String days(int days) {
        return switch (days) {
            case 0 -> "At once";
            case 1 -> "The next day";
            default -> "After " + days + " days";
        };
    }

    @Override
    public List<Field> fields(long tenant, @Nullable Long id) {
        LeadForm form = id == null ? null : forms.get(tenant, id);
        Long campaign = form == null ? null : (Long) form.campaignId();
        Long reason = form == null ? null : form.callReasonId();
        List<Option> ofCampaigns = campaigns.all(tenant).stream()
                .filter(one -> one.active() || Objects.equals(one.id(), campaign))
                .map(one -> Option.of(one.id(), one.name()))
                .toList();
        List<Option> ofReasons = reasons.all(tenant).stream()
                .filter(one -> one.active() || Objects.equals(one.id(), reason))
                .map(one -> Option.of(one.id(), one.name()))
                .toList();
        List<Option> ofDays = Stream.of(0, 1, 2, 3, 5, 7, 14, 30)
                .map(days -> Option.of(days, days(days)))
                .toList();
        return List.of(
                Field.text("name", "Name").needed(),
                Field.choice("campaignId", "Campaign", ofCampaigns, "Choose…").needed(),
                Field.choice("callReasonId", "Call reason", ofReasons, "No call reason"),
                Field.choice("followUpDays", "Follow-up", ofDays, "No date")
                        .hint("A lead needs a call reason or a day for the follow-up."));
    }

    @Override
    public Input values(long tenant, long id) {
        LeadForm form = forms.get(tenant, id);
        return new Input()
                .with("name", form.name())
                .with("campaignId", form.campaignId())
                .with("callReasonId", form.callReasonId())
                .with("followUpDays", form.followUpDays());
    }

    @Override
    public String whenDeactivated() {
        return "Its page closes at once, and programs can send no leads for it. It can be reactivated.";
    }

    @Override
    public void add(long tenant, Input input) {
        forms.add(
                tenant, input.text("name"), input.id("campaignId"), input.id("callReasonId"), input.id("followUpDays"));
    }

    @Override
    public void update(long tenant, long id, Input input, boolean active) {
        forms.update(
                tenant,
                id,
                input.text("name"),
                input.id("campaignId"),
                input.id("callReasonId"),
                input.id("followUpDays"),
                active);
    }

    @Override
    public boolean active(long tenant, long id) {
        return forms.get(tenant, id).active();
    }
}

package org.callboard.web.settings;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.callboard.campaigns.Campaign;
import org.callboard.campaigns.Campaigns;
import org.callboard.http.PublicUrl;
import org.callboard.leads.LeadForm;
import org.callboard.leads.LeadForms;
import org.callboard.publicforms.LeadPages;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class LeadFormSettings extends NamedKind<LeadForm, LeadForm.Details> {

    private static final List<Option> DAYS = Stream.of(0, 1, 2, 3, 5, 7, 14, 30)
            .map(days -> Option.of(days, days(days)))
            .toList();

    private final Campaigns campaigns;
    private final CallReasons reasons;
    private final LeadPages pages;
    private final PublicUrl url;

    LeadFormSettings(LeadForms forms, Campaigns campaigns, CallReasons reasons, LeadPages pages, PublicUrl url) {
        super(
                forms,
                LeadForm.Details.class,
                new Words(
                                "lead-forms",
                                "Lead forms",
                                "lead form",
                                "Forms whose answers become leads: what such a lead is credited to, and when somebody"
                                        + " calls. Programs send them through the API; an active form also has a page"
                                        + " for everybody, at the address that it shows.",
                                "Campaign",
                                "Call reason",
                                "Follow-up",
                                "Address of its page")
                        .whenDeactivated("Its page closes at once, and programs can send no leads for it. It can be"
                                + " reactivated."));
        this.campaigns = campaigns;
        this.reasons = reasons;
        this.pages = pages;
        this.url = url;
    }

    @Override
    Function<LeadForm, List<String>> cells(long tenant) {
        List<Campaign> ofCampaigns = campaigns.all(tenant);
        List<CallReason> ofReasons = reasons.all(tenant);
        return one -> List.of(
                Choices.name(ofCampaigns, one.details().campaignId()),
                Choices.name(ofReasons, one.details().callReasonId()),
                one.details().followUpDays() == null ? NONE : days(one.details().followUpDays()),
                one.active() ? url.forAsker("/lead-form/" + pages.token(tenant, one.id())) : NONE);
    }

    @Override
    Map<String, List<Option>> options(long tenant, @Nullable LeadForm present) {
        return Map.of(
                "days",
                DAYS,
                "campaigns",
                Choices.active(
                        campaigns.all(tenant),
                        present == null ? null : present.details().campaignId()),
                "reasons",
                Choices.active(
                        reasons.all(tenant),
                        present == null ? null : present.details().callReasonId()));
    }

    private static String days(int days) {
        return switch (days) {
            case 0 -> "At once";
            case 1 -> "The next day";
            default -> "After " + days + " days";
        };
    }
}

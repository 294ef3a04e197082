package org.callboard.web.setup;

import java.util.List;
import org.callboard.campaigns.Campaign;
import org.callboard.campaigns.CampaignCategories;
import org.callboard.campaigns.CampaignCategory;
import org.callboard.campaigns.Campaigns;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobreasons.JobHoldReasons;
import org.callboard.settings.BusinessUnit;
import org.callboard.settings.BusinessUnits;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.settings.JobType;
import org.callboard.settings.JobTypes;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.springframework.stereotype.Component;

/** What a new company needs to take its first call, to be renamed or replaced later. */
@Component
class StarterSettings {

    private final BusinessUnits units;
    private final JobTypes types;
    private final CampaignCategories categories;
    private final Campaigns campaigns;
    private final CallReasons reasons;
    private final TagTypes tags;
    private final JobCancelReasons cancelReasons;
    private final JobHoldReasons holdReasons;

    StarterSettings(
            BusinessUnits units,
            JobTypes types,
            CampaignCategories categories,
            Campaigns campaigns,
            CallReasons reasons,
            TagTypes tags,
            JobCancelReasons cancelReasons,
            JobHoldReasons holdReasons) {
        this.units = units;
        this.types = types;
        this.categories = categories;
        this.campaigns = campaigns;
        this.reasons = reasons;
        this.tags = tags;
        this.cancelReasons = cancelReasons;
        this.holdReasons = holdReasons;
    }

    void addTo(long tenant) {
        units.add(tenant, new BusinessUnit.Details("Main office"));
        for (String type : List.of("Service call", "Repair", "Maintenance", "Installation", "Estimate")) {
            types.add(tenant, new JobType.Details(type, List.of()));
        }
        long general = categories
                .add(tenant, new CampaignCategory.Details("General", CampaignCategory.Type.Regular))
                .id();
        for (String campaign : List.of("Website", "Referral", "Returning customer", "Unknown")) {
            campaigns.add(tenant, new Campaign.Details(campaign, general));
        }
        for (String lead : List.of(
                "Comparing prices",
                "Wants to think it over",
                "Wanted an earlier date",
                "Must ask spouse or landlord",
                "Could not be reached")) {
            reasons.add(tenant, new CallReason.Details(lead, true));
        }
        for (String other : List.of(
                "Outside the service area",
                "Work we do not do",
                "Question about an invoice",
                "Existing appointment",
                "Wrong number",
                "Spam or sales call",
                "Duplicate")) {
            reasons.add(tenant, new CallReason.Details(other, false));
        }
        for (String tag : List.of("VIP", "Call before arrival", "Dog on site")) {
            tags.add(tenant, new TagType.Details(tag));
        }
        cancelReasons.addStarters(tenant);
        holdReasons.addStarters(tenant);
    }
}

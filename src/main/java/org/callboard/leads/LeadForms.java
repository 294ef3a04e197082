package org.callboard.leads;

import org.callboard.campaigns.Campaigns;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.settings.CallReasons;
import org.callboard.settings.Settings;
import org.callboard.validation.FieldErrors;
import org.springframework.stereotype.Service;

/** The lead forms of a tenant. */
@Service
public class LeadForms extends Settings<LeadForm, LeadForm.Details> {

    /** The longest that somebody is left to wait for a call. */
    private static final int MAX_DAYS = 365;

    private final Campaigns campaigns;
    private final CallReasons reasons;

    LeadForms(LeadFormStore store, Campaigns campaigns, CallReasons reasons, Changes changes) {
        super(store, changes, EntityKind.LEAD_FORM);
        this.campaigns = campaigns;
        this.reasons = reasons;
    }

    /** A lead of the form needs a call reason or a number of days. */
    @Override
    protected void check(long tenant, LeadForm.Details details, FieldErrors errors) {
        Long campaign = details.campaignId();
        Long reason = details.callReasonId();
        Integer days = details.followUpDays();
        errors.required("campaignId", campaign)
                .addIf(
                        campaign != null && campaigns.find(tenant, campaign).isEmpty(),
                        "campaignId",
                        "There is no campaign with this id.")
                .addIf(
                        reason != null && reasons.find(tenant, reason).isEmpty(),
                        "callReasonId",
                        "There is no call reason with this id.")
                .addIf(
                        days != null && (days < 0 || days > MAX_DAYS),
                        "followUpDays",
                        "Between 0 and " + MAX_DAYS + " days are allowed.")
                .addIf(
                        reason == null && days == null,
                        "followUpDays",
                        "A lead needs a call reason or a day for the follow-up.");
    }
}

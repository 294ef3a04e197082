package org.callboard.settings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.callboard.platform.Diff;
import org.callboard.platform.FieldErrors;
import org.callboard.platform.Rows;
import org.callboard.settings.NamedTable.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lead forms of a tenant. */
@Service
public class LeadForms {

    /** The longest that somebody is left to wait for a call. */
    private static final int MOST_DAYS = 365;

    private final NamedTable<LeadForm> table;
    private final Campaigns campaigns;
    private final CallReasons reasons;

    LeadForms(NamedTables tables, Campaigns campaigns, CallReasons reasons) {
        this.table = tables.of("lead_form", "Lead form", LeadForms::row);
        this.campaigns = campaigns;
        this.reasons = reasons;
    }

    /** All of them, also inactive ones, by name. */
    public List<LeadForm> all(long tenant) {
        return table.all(tenant);
    }

    public Optional<LeadForm> find(long tenant, long id) {
        return table.find(tenant, id);
    }

    /** One of them; 404 where there is none. */
    public LeadForm get(long tenant, long id) {
        return table.get(tenant, id);
    }

    /**
     * Adds a form. 400 for a name that is missing, too long or taken, for an unknown campaign or call reason, and where
     * there is neither a call reason nor a number of days.
     */
    @Transactional
    public LeadForm add(
            long tenant,
            @Nullable String name,
            @Nullable Long campaignId,
            @Nullable Long callReasonId,
            @Nullable Long followUpDays) {
        check(tenant, name, campaignId, callReasonId, followUpDays);
        return get(tenant, table.insert(tenant, name, columns(campaignId, callReasonId, followUpDays)));
    }

    /** Changes a form. 404 where there is none, 400 as for adding. */
    @Transactional
    public LeadForm update(
            long tenant,
            long id,
            @Nullable String name,
            @Nullable Long campaignId,
            @Nullable Long callReasonId,
            @Nullable Long followUpDays,
            boolean active) {
        check(tenant, name, campaignId, callReasonId, followUpDays);
        table.update(tenant, id, name, active, columns(campaignId, callReasonId, followUpDays), Diff.none());
        return get(tenant, id);
    }

    private void check(
            long tenant,
            @Nullable String name,
            @Nullable Long campaignId,
            @Nullable Long callReasonId,
            @Nullable Long followUpDays) {
        FieldErrors errors = table.check(name).required("campaignId", campaignId);
        errors.addIf(
                        campaignId != null && campaigns.find(tenant, campaignId).isEmpty(),
                        "campaignId",
                        "There is no campaign with this id.")
                .addIf(
                        callReasonId != null
                                && reasons.find(tenant, callReasonId).isEmpty(),
                        "callReasonId",
                        "There is no call reason with this id.")
                .addIf(
                        followUpDays != null && (followUpDays < 0 || followUpDays > MOST_DAYS),
                        "followUpDays",
                        "Between 0 and " + MOST_DAYS + " days are allowed.")
                .addIf(
                        callReasonId == null && followUpDays == null,
                        "followUpDays",
                        "A lead needs a call reason or a day for the follow-up.")
                .throwIfAny();
    }

    private static Columns columns(
            @Nullable Long campaignId, @Nullable Long callReasonId, @Nullable Long followUpDays) {
        return new Columns()
                .set("campaign_id", "campaignId", campaignId)
                .set("call_reason_id", "callReasonId", callReasonId)
                .set("follow_up_days", "followUpDays", followUpDays == null ? null : followUpDays.intValue());
    }

    private static LeadForm row(ResultSet row, int number) throws SQLException {
        Long days = Rows.longOrNull(row, "follow_up_days");
        return new LeadForm(
                row.getLong("id"),
                row.getString("name"),
                row.getLong("campaign_id"),
                Rows.longOrNull(row, "call_reason_id"),
                days == null ? null : days.intValue(),
                row.getBoolean("active"),
                Rows.instant(row, "created_on"),
                Rows.instant(row, "modified_on"));
    }
}

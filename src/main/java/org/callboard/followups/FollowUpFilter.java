package org.callboard.followups;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which leads somebody follows up.
 *
 * @param owner whose
 * @param without only those that have no customer, or no location
 * @param words only those that the search box finds by them, by themselves or by their customer; null for all
 */
public record FollowUpFilter(
        @Nullable Long campaignId,
        @Nullable Long callReasonId,
        Owner owner,
        @Nullable Without without,
        @Nullable String words) {

    public static final FollowUpFilter ALL = new FollowUpFilter(null, null, Owner.ANYBODY, null, null);

    /**
     * Conditions on the table lead.
     *
     * @param sql each with {@code and} before it
     * @param values what is bound to them
     * @param full whether more leads may fit the words than were looked at
     */
    record Conditions(String sql, Map<String, Object> values, boolean full) {}

    /** What a lead may lack. */
    public enum Without {
        customer,
        location
    }

    /** Whose leads: anybody's, nobody's, or one employee's. */
    public record Owner(boolean any, @Nullable Long employeeId) {
        public static final Owner ANYBODY = new Owner(true, null);
        public static final Owner NOBODY = new Owner(false, null);

        public static Owner of(long employee) {
            return new Owner(false, employee);
        }
    }

    /** Without those of the words, which {@link LeadSearch} knows. */
    Conditions conditions() {
        StringBuilder sql = new StringBuilder();
        if (campaignId != null) {
            sql.append(" and lead.campaign_id = :campaign");
        }
        if (callReasonId != null) {
            sql.append(" and lead.call_reason_id = :reason");
        }
        if (!owner.any) {
            sql.append(owner.employeeId == null ? " and lead.owner_id is null" : " and lead.owner_id = :owner");
        }
        if (without != null) {
            sql.append(" and lead.").append(without).append("_id is null");
        }
        return new Conditions(sql.toString(), values(), false);
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new TreeMap<>();
        if (campaignId != null) {
            values.put("campaign", campaignId);
        }
        if (callReasonId != null) {
            values.put("reason", callReasonId);
        }
        if (owner.employeeId != null) {
            values.put("owner", owner.employeeId);
        }
        return values;
    }
}

package org.callboard.callapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.callboard.paging.Where;
import org.callboard.phonelines.CallerNumber;
import org.callboard.phonelines.WhoseNumber;
import org.jspecify.annotations.Nullable;

/** What a list of calls takes beside ids and dates. */
record CallFilter(
        @Schema(description = "Excludes the instant.") @Nullable
        Instant createdAfter,

        @Schema(description = "Excludes the instant.") @Nullable
        Instant modifiedAfter,

        @Nullable Long campaignId,

        @Schema(description = "The user who answered.") @Nullable
        Long agentId,

        @Schema(description = "In seconds, of those in which they talked.") @Nullable
        Integer minDuration,

        @Schema(description = "In any format; of the company's numbers those that its settings know.") @Nullable
        String phoneNumberCalled,

        @Schema(description = "In any format; of the company's numbers those that its settings know.") @Nullable
        String callerPhoneNumber,

        @Schema(description = "Who answered. Finds in any case and in part.") @Nullable
        String agentName,

        @Schema(description = "true: somebody answered who is no user. false: a user did.") @Nullable
        Boolean agentIsExternal,

        @Schema(description = "As the telephone system knows who answered.") @Nullable
        String agentExternalId,

        @Schema(description = "As the telephone system calls it.") @Nullable
        String sid,

        @Schema(description = "Calls have no tags: with it the list is empty.") @Nullable
        String tag) {

    private static final String OTHER = "(direction = '%s' and number = :%s)";

    /** The few numbers that a company has stand for all rows, so that each row's is compared by its index. */
    private static final String OWN = "(direction = '%s' and own_number_id = any(array("
            + "select n.id from own_number n where n.tenant_id = :tenant and n.number = :%s)))";

    private static final String AGENT = "position(lower(:agentName) in lower(coalesce((select e.name from employee e"
            + " where e.tenant_id = call.tenant_id and e.id = call.agent_id), agent_name))) > 0";

    /** Adds the conditions to a statement over the table of calls. */
    Where applyTo(Where where, long tenant, WhoseNumber numbers) {
        number(where, "called", "Outbound", "Inbound", phoneNumberCalled, tenant, numbers);
        number(where, "caller", "Inbound", "Outbound", callerPhoneNumber, tenant, numbers);
        if (agentIsExternal != null) {
            where.and(agentIsExternal ? "agent_id is null and answered_on is not null" : "agent_id is not null");
        }
        return where.andIf("created_on > :createdAfter", "createdAfter", createdAfter)
                .andIf("modified_on > :modifiedAfter", "modifiedAfter", modifiedAfter)
                .andIf("campaign_id = :campaign", "campaign", campaignId)
                .andIf("agent_id = :agent", "agent", agentId)
                .andIf(
                        "greatest(coalesce(extract(epoch from ended_on - answered_on), 0), 0) >= :minDuration",
                        "minDuration",
                        minDuration)
                .andIf(AGENT, "agentName", agentName)
                .andIf("agent_external_id = :agentExternalId", "agentExternalId", agentExternalId)
                .andIf(
                        "system_id = any(array(select s.id from telephone_system s where s.tenant_id = :tenant))"
                                + " and external_id = :sid",
                        "sid",
                        sid)
                .noneHas(tag);
    }

    /** One end of a call: the other party's where it went that way, one of the company's own where it went the other. */
    private static void number(
            Where where,
            String param,
            String others,
            String own,
            @Nullable String typed,
            long tenant,
            WhoseNumber numbers) {
        if (typed != null) {
            String number = numbers.read(tenant, typed) instanceof CallerNumber.Number known ? known.e164() : null;
            where.onlyIf(number != null)
                    .andIf(
                            "(" + OTHER.formatted(others, param) + " or " + OWN.formatted(own, param) + ")",
                            param,
                            number);
        }
    }
}

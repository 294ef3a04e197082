package org.callboard.leads;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.platform.FieldErrors;
import org.callboard.platform.Findings;
import org.callboard.platform.Rows;
import org.callboard.settings.TagTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether what a lead refers to is there, in one statement (two where it has tags). */
@Repository
class LeadReferences {

    private record Known(
            boolean customer,
            @Nullable Long ownerOfLocation,
            boolean campaign,
            boolean businessUnit,
            boolean jobType,
            boolean callReason,
            boolean owner,
            boolean booking) {}

    private final JdbcClient jdbc;
    private final TagTypes tagTypes;

    LeadReferences(JdbcClient jdbc, TagTypes tagTypes) {
        this.jdbc = jdbc;
        this.tagTypes = tagTypes;
    }

    /**
     * Notes every id that is nobody's, by its name on the wire, and a location that is another customer's: which of the
     * two ids is wrong, nobody can say, so that they lead to nobody where the lead itself does not. A location without a
     * customer brings its own. Tags are for {@link #checkTags}.
     */
    LeadDraft check(long tenant, LeadDraft draft, Findings found) {
        FieldErrors errors = found.wrong();
        errors.required("campaignId", draft.campaignId());
        Known known = known(tenant, draft);
        Long customer = draft.customerId() == null ? known.ownerOfLocation : draft.customerId();
        unknown(errors, !known.customer, "customerId", "customer", draft.customerId());
        unknown(
                errors,
                draft.locationId() != null && known.ownerOfLocation == null,
                "locationId",
                "location",
                draft.locationId());
        FieldErrors contradiction = draft.person().isReachable() ? errors : found.refused();
        contradiction.addIf(
                known.ownerOfLocation != null && !known.ownerOfLocation.equals(customer),
                "locationId",
                "Location " + draft.locationId() + " does not belong to customer " + customer + ".");
        unknown(errors, !known.campaign, "campaignId", "campaign", draft.campaignId());
        unknown(errors, !known.businessUnit, "businessUnitId", "business unit", draft.businessUnitId());
        unknown(errors, !known.jobType, "jobTypeId", "job type", draft.jobTypeId());
        unknown(errors, !known.callReason, "callReasonId", "call reason", draft.callReasonId());
        unknown(errors, !known.owner, "ownerId", "employee", draft.ownerId());
        unknown(errors, !known.booking, "bookingId", "booking", draft.bookingId());
        return customer == null || draft.customerId() != null ? draft : draft.withCustomer(customer);
    }

    /** Notes every tag type that is nobody's, by its place in the list. */
    void checkTags(long tenant, List<? extends @Nullable Long> tags, FieldErrors errors) {
        Set<Long> named = tags.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        Set<Long> strange = new HashSet<>(tagTypes.unknown(tenant, named));
        for (int i = 0; i < tags.size(); i++) {
            Long tag = tags.get(i);
            unknown(errors, tag != null && strange.contains(tag), "tagTypeIds[" + i + "]", "tag type", tag);
        }
    }

    private static void unknown(FieldErrors errors, boolean wrong, String field, String noun, @Nullable Long id) {
        errors.addIf(wrong, field, "There is no " + noun + " " + id + ".");
    }

    private Known known(long tenant, LeadDraft draft) {
        return jdbc.sql("""
                select
                    :customer::bigint is null
                        or exists (select from customer where tenant_id = :tenant and id = :customer) as customer,
                    (select customer_id from location where tenant_id = :tenant and id = :location) as owner_of_location,
                    :campaign::bigint is null
                        or exists (select from campaign where tenant_id = :tenant and id = :campaign) as campaign,
                    :unit::bigint is null
                        or exists (select from business_unit where tenant_id = :tenant and id = :unit) as unit,
                    :type::bigint is null
                        or exists (select from job_type where tenant_id = :tenant and id = :type) as type,
                    :reason::bigint is null
                        or exists (select from call_reason where tenant_id = :tenant and id = :reason) as reason,
                    :owner::bigint is null
                        or exists (select from employee where tenant_id = :tenant and id = :owner) as owner,
                    :booking::bigint is null
                        or exists (select from booking where tenant_id = :tenant and id = :booking) as booking
                """)
                .param("tenant", tenant)
                .param("customer", draft.customerId())
                .param("location", draft.locationId())
                .param("campaign", draft.campaignId())
                .param("unit", draft.businessUnitId())
                .param("type", draft.jobTypeId())
                .param("reason", draft.callReasonId())
                .param("owner", draft.ownerId())
                .param("booking", draft.bookingId())
                .query((row, number) -> new Known(
                        row.getBoolean("customer"),
                        Rows.longOrNull(row, "owner_of_location"),
                        row.getBoolean("campaign"),
                        row.getBoolean("unit"),
                        row.getBoolean("type"),
                        row.getBoolean("reason"),
                        row.getBoolean("owner"),
                        row.getBoolean("booking")))
                .single();
    }
}

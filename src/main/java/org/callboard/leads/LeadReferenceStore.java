package org.callboard.leads;

import org.callboard.database.RecordMapper;
import org.callboard.leads.LeadReferences.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells which ids that a lead names there are. */
@Repository
class LeadReferenceStore {

    /** What is null is nobody's; an id that is not named is known. */
    record Known(
            boolean customer,
            @Nullable Long mergedToId,
            @Nullable Long ownerOfLocation,
            boolean campaign,
            boolean businessUnit,
            boolean jobType,
            boolean callReason,
            boolean owner,
            boolean booking) {}

    private static final RecordMapper<Ids> IDS = RecordMapper.of(Ids.class);
    private static final RecordMapper<Known> KNOWN = RecordMapper.of(Known.class);

    private final JdbcClient jdbc;

    LeadReferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Known known(long tenant, Ids ids) {
        return jdbc.sql("""
                select
                    :customerId::bigint is null
                        or exists (select from customer where tenant_id = :tenant and id = :customerId) as customer,
                    (select merged_to_id from customer where tenant_id = :tenant and id = :customerId) as merged_to_id,
                    (select customer_id from location where tenant_id = :tenant and id = :locationId)
                        as owner_of_location,
                    :campaignId::bigint is null
                        or exists (select from campaign where tenant_id = :tenant and id = :campaignId) as campaign,
                    :businessUnitId::bigint is null
                        or exists (select from business_unit where tenant_id = :tenant and id = :businessUnitId)
                        as business_unit,
                    :jobTypeId::bigint is null
                        or exists (select from job_type where tenant_id = :tenant and id = :jobTypeId) as job_type,
                    :callReasonId::bigint is null
                        or exists (select from call_reason where tenant_id = :tenant and id = :callReasonId)
                        as call_reason,
                    :ownerId::bigint is null
                        or exists (select from employee where tenant_id = :tenant and id = :ownerId) as owner,
                    :bookingId::bigint is null
                        or exists (select from booking where tenant_id = :tenant and id = :bookingId) as booking
                """)
                .params(IDS.params(ids))
                .param("tenant", tenant)
                .query(KNOWN.rows())
                .single();
    }
}

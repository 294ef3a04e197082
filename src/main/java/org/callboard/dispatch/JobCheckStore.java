package org.callboard.dispatch;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.callboard.database.RecordMapper;
import org.callboard.jobs.JobDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells which ids that a job or an act names there are. */
@Repository
class JobCheckStore {

    /**
     * What is null is nobody's; an id that is not named is known.
     *
     * @param customerActive null where there is no such customer
     */
    record Known(
            @Nullable Boolean customerActive,
            @Nullable Long customerMergedToId,
            @Nullable Boolean locationActive,
            @Nullable Long locationMergedToId,
            @Nullable Long ownerOfLocation,
            boolean businessUnit,
            boolean jobType,
            boolean campaign,
            boolean soldBy,
            boolean recallFor,
            boolean leadSourceJob,
            boolean leadSourceEmployee) {}

    private static final RecordMapper<JobDetails> DETAILS = RecordMapper.of(JobDetails.class);
    private static final RecordMapper<Known> KNOWN = RecordMapper.of(Known.class);

    private final JdbcClient jdbc;

    JobCheckStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Known known(long tenant, JobDetails job) {
        return jdbc.sql("""
                select
                    (select active from customer where tenant_id = :tenant and id = :customerId) as customer_active,
                    (select merged_to_id from customer where tenant_id = :tenant and id = :customerId)
                        as customer_merged_to_id,
                    (select active from location where tenant_id = :tenant and id = :locationId) as location_active,
                    (select merged_to_id from location where tenant_id = :tenant and id = :locationId)
                        as location_merged_to_id,
                    (select customer_id from location where tenant_id = :tenant and id = :locationId)
                        as owner_of_location,
                    exists (select from business_unit where tenant_id = :tenant and id = :businessUnitId)
                        as business_unit,
                    exists (select from job_type where tenant_id = :tenant and id = :jobTypeId) as job_type,
                    exists (select from campaign where tenant_id = :tenant and id = :campaignId) as campaign,
                    :soldById::bigint is null
                        or exists (select from employee where tenant_id = :tenant and id = :soldById)
                        or exists (select from technician where tenant_id = :tenant and id = :soldById) as sold_by,
                    :recallForId::bigint is null
                        or exists (select from job where tenant_id = :tenant and id = :recallForId) as recall_for,
                    :leadSourceJobId::bigint is null
                        or exists (select from job where tenant_id = :tenant and id = :leadSourceJobId)
                        as lead_source_job,
                    :leadSourceEmployeeId::bigint is null
                        or exists (select from employee where tenant_id = :tenant and id = :leadSourceEmployeeId)
                        or exists (select from technician where tenant_id = :tenant and id = :leadSourceEmployeeId)
                        as lead_source_employee
                """)
                .params(DETAILS.params(job))
                .param("tenant", tenant)
                .query(KNOWN.rows())
                .single();
    }

    /** Those of the ids that are active technicians. */
    Set<Long> technicians(long tenant, Collection<Long> ids) {
        return new HashSet<>(
                jdbc.sql("select id from technician where tenant_id = :tenant and id = any(:ids) and active")
                        .param("tenant", tenant)
                        .param("ids", ids.toArray(Long[]::new))
                        .query(Long.class)
                        .list());
    }
}

package org.callboard.settings;

import java.time.Clock;
import java.util.List;
import org.callboard.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JobTypeStore extends SettingsStore<JobType, JobType.Details> {

    private static final RecordMapper<JobType.Details> DETAILS = RecordMapper.of(JobType.Details.class);

    private static final String COLUMNS = """
            job_type.*, array(
                select m.business_unit_id from job_type_business_unit m
                where m.tenant_id = job_type.tenant_id and m.job_type_id = job_type.id
                order by m.business_unit_id
            ) as business_unit_ids, array(
                select q.type_id from job_type_question q
                join custom_field_type f on f.tenant_id = q.tenant_id and f.id = q.type_id
                where q.tenant_id = job_type.tenant_id and q.job_type_id = job_type.id and f.active
                order by q.position, q.type_id
            ) as custom_field_type_ids""";

    private static final String INSERT = """
            insert into job_type (tenant_id, name, minutes, priority, created_on, modified_on)
            values (:tenant, :name, :minutes, :priority, :now, :now) returning id
            """;

    private static final String UPDATE = """
            update job_type
            set name = :name, minutes = :minutes, priority = :priority, active = :active, modified_on = :now
            where tenant_id = :tenant and id = :id
            """;

    JobTypeStore(JdbcClient jdbc, Clock clock) {
        super(
                jdbc,
                clock,
                new Statements<>("job_type", COLUMNS, RecordMapper.of(JobType.class), DETAILS, INSERT, UPDATE));
    }

    @Override
    public long insert(long tenant, JobType.Details details) {
        long id = super.insert(tenant, details);
        map(tenant, id, details.businessUnitIds());
        return id;
    }

    @Override
    public int update(long tenant, long id, JobType.Details details, boolean active) {
        map(tenant, id, details.businessUnitIds());
        return super.update(tenant, id, details, active);
    }

    /** Replaces the business units of a job type. */
    private void map(long tenant, long id, List<Long> businessUnitIds) {
        jdbc.sql("delete from job_type_business_unit where tenant_id = :tenant and job_type_id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .update();
        jdbc.sql("""
                insert into job_type_business_unit (tenant_id, job_type_id, business_unit_id)
                select distinct :tenant, :id, unit from unnest(:units) unit
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("units", businessUnitIds.toArray(Long[]::new))
                .update();
    }
}

package org.callboard.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.callboard.database.Caller;
import org.callboard.database.RecordMapper;
import org.callboard.details.RecordKind;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JobStore {

    private static final RecordMapper<Job> JOBS = RecordMapper.of(Job.class);

    private static final String JOB = """
            select job.*, a.count as appointment_count, a.first as first_appointment_id,
                a.last as last_appointment_id
            from job, lateral (
                select count(*), min(id) as first, max(id) as last
                from appointment where tenant_id = job.tenant_id and job_id = job.id
            ) a
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JobStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Job> find(long tenant, long id) {
        return jdbc.sql(JOB + "where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(JOBS.rows())
                .optional();
    }

    Page<Job> page(Where where, Paging paging) {
        return where.page(jdbc, JOB, "job", paging, JOBS.rows());
    }

    List<Long> lock(RecordKind kind, long tenant, long owner, Collection<Long> ids) {
        return jdbc.sql("""
                select id from job where tenant_id = :tenant and (KIND_id = :owner or id = any(:ids)) order by id
                for no key update
                """.replace("KIND", kind.word()))
                .param("tenant", tenant)
                .param("owner", owner)
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    List<Long> move(RecordKind kind, long tenant, long from, long to, @Nullable Collection<Long> ids) {
        return move("""
                update job set KIND_id = :to, modified_on = :now
                where tenant_id = :tenant and KIND_id = :from and (:ids::bigint[] is null or id = any(:ids::bigint[]))
                returning id
                """, kind, tenant, from, to, ids);
    }

    /** @param jobs those whose invoices move; null for all */
    List<Long> moveInvoices(RecordKind kind, long tenant, long from, long to, @Nullable Collection<Long> jobs) {
        return move("""
                update invoice set KIND_id = :to, modified_on = :now
                where tenant_id = :tenant and KIND_id = :from and (:ids::bigint[] is null or job_id = any(:ids::bigint[]))
                returning id
                """, kind, tenant, from, to, jobs);
    }

    private List<Long> move(
            String sql, RecordKind kind, long tenant, long from, long to, @Nullable Collection<Long> ids) {
        return jdbc.sql(sql.replace("KIND", kind.word()))
                .param("to", to)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("from", from)
                .param("ids", ids == null ? null : ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    long insert(long tenant, JobDraft draft) {
        return jdbc.sql("""
                insert into job (tenant_id, customer_id, location_id, business_unit_id, job_type_id, campaign_id,
                    priority, summary, booking_id, created_on, created_by_id, modified_on)
                values (:tenant, :customer, :location, :unit, :type, :campaign,
                    :priority, :summary, :booking, :now, :by, :now)
                returning id
                """)
                .param("tenant", tenant)
                .param("customer", draft.customerId())
                .param("location", draft.locationId())
                .param("unit", draft.businessUnitId())
                .param("type", draft.jobTypeId())
                .param("campaign", draft.campaignId())
                .param("priority", draft.priority().name())
                .param("summary", draft.summary())
                .param("booking", draft.bookingId())
                .param("now", clock.instant())
                .param("by", Caller.current().employeeId())
                .query(Long.class)
                .single();
    }

    void insertAppointment(long tenant, long job, Instant start, Instant end) {
        jdbc.sql("""
                insert into appointment (tenant_id, job_id, start_on, end_on, created_on, modified_on)
                values (:tenant, :job, :start, :end, :now, :now)
                """)
                .param("tenant", tenant)
                .param("job", job)
                .param("start", start)
                .param("end", end)
                .param("now", clock.instant())
                .update();
    }

    void insertInvoice(long tenant, long job, long customer, long location) {
        jdbc.sql("""
                insert into invoice (tenant_id, job_id, customer_id, location_id, created_on, modified_on)
                values (:tenant, :job, :customer, :location, :now, :now)
                """)
                .param("tenant", tenant)
                .param("job", job)
                .param("customer", customer)
                .param("location", location)
                .param("now", clock.instant())
                .update();
    }
}

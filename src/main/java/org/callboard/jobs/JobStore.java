package org.callboard.jobs;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.callboard.database.Caller;
import org.callboard.database.MovingRows;
import org.callboard.database.RecordMapper;
import org.callboard.details.CustomDataStore;
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
    private static final RecordMapper<JobDetails> DETAILS = RecordMapper.of(JobDetails.class);

    private static final String COLUMNS = """
            job.*,
            (
                select count(*) from appointment p where p.tenant_id = job.tenant_id and p.job_id = job.id and p.active
            ) as appointment_count,
            (
                select coalesce(min(p.id) filter (where p.active), min(p.id)) from appointment p
                where p.tenant_id = job.tenant_id and p.job_id = job.id
            ) as first_appointment_id,
            (
                select coalesce(max(p.id) filter (where p.active), max(p.id)) from appointment p
                where p.tenant_id = job.tenant_id and p.job_id = job.id
            ) as last_appointment_id,
            (
                select min(i.id) from invoice i where i.tenant_id = job.tenant_id and i.job_id = job.id
            ) as invoice_id,
            """ + JobDataStore.COLUMNS;

    private static final String JOB = "select " + COLUMNS + " from job ";

    private static final String INSERT = DETAILS.sql("""
            insert into job (tenant_id, booking_id, call_id, COLUMNS, created_on, created_by_id, modified_on)
            values (:tenant, :booking, :call, PARAMETERS, :now, :by, :now)
            returning id
            """);

    private static final String UPDATE = DETAILS.sql("""
            update job set ASSIGNMENTS, status = :status, completed_on = :completedOn, active = :active,
                booking_id = :booking, version = version + 1, modified_on = :now
            where tenant_id = :tenant and id = :id
            """);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final MovingRows moving;

    JobStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.moving = new MovingRows(jdbc, clock, "job");
    }

    Optional<Job> find(long tenant, long id, @Nullable UUID application) {
        return jdbc.sql(JOB + "where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .param("application", CustomDataStore.applicationOrNobody(application))
                .query(JOBS.rows())
                .optional();
    }

    List<Job> all(long tenant, Collection<Long> ids) {
        return jdbc.sql(JOB + "where tenant_id = :tenant and id = any(:ids) order by id")
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .param("application", CustomDataStore.applicationOrNobody(null))
                .query(JOBS.rows())
                .list();
    }

    List<Job> after(long tenant, long id, int most) {
        return jdbc.sql(JOB + "where tenant_id = :tenant and id > :id order by id limit :most")
                .param("tenant", tenant)
                .param("id", id)
                .param("most", most)
                .param("application", CustomDataStore.applicationOrNobody(null))
                .query(JOBS.rows())
                .list();
    }

    Page<Job> page(Where where, Paging paging, @Nullable UUID application) {
        return where.bind("application", CustomDataStore.applicationOrNobody(application))
                .pageOf(jdbc, "job", COLUMNS, paging, JOBS.rows());
    }

    /** Keeps others from changing the job until the transaction ends; false where there is none. */
    boolean lock(long tenant, long id) {
        return jdbc.sql("select id from job where tenant_id = :tenant and id = :id for no key update")
                .param("tenant", tenant)
                .param("id", id)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    List<Long> lock(RecordKind kind, long tenant, long owner, Collection<Long> ids) {
        return moving.lock(kind.word(), tenant, owner, ids);
    }

    List<Long> move(RecordKind kind, long tenant, long from, long to, @Nullable Collection<Long> ids) {
        return moving.move(kind.word(), tenant, from, to, ids);
    }

    /** @param jobs those whose invoices move; null for all */
    List<Long> moveInvoices(RecordKind kind, long tenant, long from, long to, @Nullable Collection<Long> jobs) {
        return jdbc.sql("""
                update invoice set KIND_id = :to, modified_on = :now
                where tenant_id = :tenant and KIND_id = :from and (:ids::bigint[] is null or job_id = any(:ids::bigint[]))
                returning id
                """.replace("KIND", kind.word()))
                .param("to", to)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("from", from)
                .param("ids", jobs == null ? null : jobs.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    long insert(long tenant, JobDraft draft) {
        return jdbc.sql(INSERT)
                .params(DETAILS.params(draft.details()))
                .param("tenant", tenant)
                .param("booking", draft.bookingId())
                .param("call", draft.callId())
                .param("now", clock.instant())
                .param("by", Caller.current().employeeId())
                .query(Long.class)
                .single();
    }

    void update(long tenant, Job job) {
        jdbc.sql(UPDATE)
                .params(DETAILS.params(job.details()))
                .param("status", job.status().name())
                .param("completedOn", job.completedOn())
                .param("active", job.active())
                .param("booking", job.bookingId())
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", job.id())
                .update();
    }

    void cameOf(long tenant, long id, long call) {
        jdbc.sql("""
                update job set call_id = :call, version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("call", call)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
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

    /** Lets the invoices of a job say for whom and where it is, and whether there is anything to pay. */
    void updateInvoices(long tenant, long job, long customer, long location, boolean active) {
        jdbc.sql("""
                update invoice set customer_id = :customer, location_id = :location, active = :active, modified_on = :now
                where tenant_id = :tenant and job_id = :job
                """)
                .param("customer", customer)
                .param("location", location)
                .param("active", active)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("job", job)
                .update();
    }
}

package org.callboard.dispatch;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.callboard.database.Caller;
import org.callboard.database.ReadById;
import org.callboard.database.RecordMapper;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes why jobs were canceled. They are written under the lock of their job. */
@Repository
class CancellationStore {

    private static final RecordMapper<JobCancellation> CANCELLATIONS = RecordMapper.of(JobCancellation.class);

    private static final String COLUMNS = """
            job_cancellation.*,
            (
                select r.name from job_cancel_reason r
                where r.tenant_id = job_cancellation.tenant_id and r.id = job_cancellation.reason_id
            ) as reason_name
            """;

    private static final String CANCELLATION = "select " + COLUMNS + " from job_cancellation ";

    private final JdbcClient jdbc;
    private final ReadById<JobCancellation> byId;
    private final Clock clock;

    CancellationStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        byId = new ReadById<>(jdbc, CANCELLATION, CANCELLATIONS);
        this.clock = clock;
    }

    Page<JobCancellation> page(Where where, Paging paging) {
        return where.pageOf(jdbc, "job_cancellation", COLUMNS, paging, CANCELLATIONS.rows());
    }

    List<JobCancellation> all(long tenant, Collection<Long> ids) {
        return byId.all(tenant, ids);
    }

    List<JobCancellation> after(long tenant, long id, int most) {
        return byId.after(tenant, id, most);
    }

    long insert(long tenant, long job, long reason, @Nullable String memo) {
        return jdbc.sql("""
                insert into job_cancellation (tenant_id, job_id, reason_id, memo, created_on, created_by_id, modified_on)
                values (:tenant, :job, :reason, :memo, :now, :by, :now)
                returning id
                """)
                .param("tenant", tenant)
                .param("job", job)
                .param("reason", reason)
                .param("memo", memo)
                .param("now", clock.instant())
                .param("by", Caller.current().employeeId())
                .query(Long.class)
                .single();
    }

    /** Takes the one back that stands; gives its id. */
    Optional<Long> takeBack(long tenant, long job) {
        return jdbc.sql("""
                update job_cancellation set active = false, modified_on = :now
                where tenant_id = :tenant and job_id = :job and active
                returning id
                """)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("job", job)
                .query(Long.class)
                .optional();
    }
}

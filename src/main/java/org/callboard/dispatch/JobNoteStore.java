package org.callboard.dispatch;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.callboard.database.Caller;
import org.callboard.database.ReadById;
import org.callboard.database.RecordMapper;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JobNoteStore {

    private static final RecordMapper<JobNote> NOTES = RecordMapper.of(JobNote.class);

    private final JdbcClient jdbc;
    private final ReadById<JobNote> byId;
    private final Clock clock;

    JobNoteStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        byId = new ReadById<>(jdbc, "select * from job_note ", NOTES);
        this.clock = clock;
    }

    Page<JobNote> page(Where where, Paging paging) {
        return where.pageOf(jdbc, "job_note", "job_note.*", paging, NOTES.rows());
    }

    List<JobNote> all(long tenant, Collection<Long> ids) {
        return byId.all(tenant, ids);
    }

    List<JobNote> after(long tenant, long id, int most) {
        return byId.after(tenant, id, most);
    }

    JobNote insert(long tenant, long job, String text, boolean pinned) {
        return jdbc.sql("""
                insert into job_note (tenant_id, job_id, text, is_pinned, created_on, created_by_id, modified_on)
                values (:tenant, :job, :text, :pinned, :now, :by, :now)
                returning *
                """)
                .param("tenant", tenant)
                .param("job", job)
                .param("text", text)
                .param("pinned", pinned)
                .param("now", clock.instant())
                .param("by", Caller.current().employeeId())
                .query(NOTES.rows())
                .single();
    }
}

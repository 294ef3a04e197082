package org.callboard.jobapi;

import java.util.Collection;
import java.util.List;
import org.callboard.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which appointments are on hold, and why. */
@Repository
class HeldAppointmentStore {

    record Held(
            long jobId,
            long appointmentId,
            long reasonId,
            String reasonName,
            @Nullable String memo) {}

    private static final RecordMapper<Held> HELD = RecordMapper.of(Held.class);

    private final JdbcClient jdbc;

    HeldAppointmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of some jobs, by job and in the order of a job's appointments. */
    List<Held> of(long tenant, Collection<Long> jobs) {
        return jdbc.sql("""
                select a.job_id, a.id as appointment_id, r.id as reason_id, r.name as reason_name, a.hold_memo as memo
                from appointment a
                join job_hold_reason r on r.tenant_id = a.tenant_id and r.id = a.hold_reason_id
                where a.tenant_id = :tenant and a.job_id = any(:jobs) and a.active and a.status = 'Hold'
                order by a.job_id, a.number
                """)
                .param("tenant", tenant)
                .param("jobs", jobs.toArray(Long[]::new))
                .query(HELD.rows())
                .list();
    }
}

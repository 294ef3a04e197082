package org.callboard.jobreasons;

import java.time.Clock;
import java.util.Optional;
import org.callboard.database.RecordMapper;
import org.callboard.settings.SettingsStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JobCancelReasonStore extends SettingsStore<JobCancelReason, ReasonName> {

    private static final RecordMapper<JobCancelReason> ROWS = RecordMapper.of(JobCancelReason.class);
    private static final RecordMapper<ReasonName> DETAILS = RecordMapper.of(ReasonName.class);

    private static final String INSERT = DETAILS.sql("""
            insert into job_cancel_reason (tenant_id, COLUMNS, created_on, modified_on)
            values (:tenant, PARAMETERS, :now, :now) returning id
            """);

    private static final String UPDATE = DETAILS.sql("""
            update job_cancel_reason set ASSIGNMENTS, active = :active, modified_on = :now
            where tenant_id = :tenant and id = :id
            """);

    private final Clock clock;

    JobCancelReasonStore(JdbcClient jdbc, Clock clock) {
        super(jdbc, clock, new Statements<>("job_cancel_reason", "job_cancel_reason.*", ROWS, DETAILS, INSERT, UPDATE));
        this.clock = clock;
    }

    Optional<JobCancelReason> bookedByMistake(long tenant) {
        return jdbc.sql("select * from job_cancel_reason where tenant_id = :tenant and booked_by_mistake")
                .param("tenant", tenant)
                .query(ROWS.rows())
                .optional();
    }

    /** Adds it, or marks the one that has its name already. */
    void addBookedByMistake(long tenant) {
        jdbc.sql("""
                insert into job_cancel_reason (tenant_id, name, booked_by_mistake, created_on, modified_on)
                values (:tenant, 'Booked by mistake', true, :now, :now)
                on conflict (tenant_id, lower(name)) do update set booked_by_mistake = true
                """).param("tenant", tenant).param("now", clock.instant()).update();
    }
}

package org.callboard.jobreasons;

import java.time.Clock;
import org.callboard.database.RecordMapper;
import org.callboard.settings.SettingsStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JobHoldReasonStore extends SettingsStore<JobHoldReason, ReasonName> {

    private static final RecordMapper<ReasonName> DETAILS = RecordMapper.of(ReasonName.class);

    private static final String INSERT = DETAILS.sql("""
            insert into job_hold_reason (tenant_id, COLUMNS, created_on, modified_on)
            values (:tenant, PARAMETERS, :now, :now) returning id
            """);

    private static final String UPDATE = DETAILS.sql("""
            update job_hold_reason set ASSIGNMENTS, active = :active, modified_on = :now
            where tenant_id = :tenant and id = :id
            """);

    JobHoldReasonStore(JdbcClient jdbc, Clock clock) {
        super(
                jdbc,
                clock,
                new Statements<>(
                        "job_hold_reason",
                        "job_hold_reason.*",
                        RecordMapper.of(JobHoldReason.class),
                        DETAILS,
                        INSERT,
                        UPDATE));
    }
}

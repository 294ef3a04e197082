package org.callboard.settings;

import java.time.Clock;
import java.util.Optional;
import org.callboard.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CallReasonStore extends SettingsStore<CallReason, CallReason.Details> {

    private static final RecordMapper<CallReason.Details> DETAILS = RecordMapper.of(CallReason.Details.class);

    private static final String INSERT = DETAILS.sql("""
            insert into call_reason (tenant_id, COLUMNS, created_on, modified_on)
            values (:tenant, PARAMETERS, :now, :now) returning id
            """);

    private static final String UPDATE = DETAILS.sql("""
            update call_reason set ASSIGNMENTS, active = :active, modified_on = :now
            where tenant_id = :tenant and id = :id
            """);

    CallReasonStore(JdbcClient jdbc, Clock clock) {
        super(
                jdbc,
                clock,
                new Statements<>(
                        "call_reason", "call_reason.*", RecordMapper.of(CallReason.class), DETAILS, INSERT, UPDATE));
    }

    /** The reason of calls about a job that is booked already; none where there is none, or where it is a lead's by now. */
    Optional<CallReason> forExistingJob(long tenant) {
        return jdbc.sql("select id from call_reason where tenant_id = :tenant and for_existing_job and not is_lead")
                .param("tenant", tenant)
                .query(Long.class)
                .optional()
                .flatMap(id -> find(tenant, id));
    }

    /** Makes it the reason of such calls, and no other. */
    void keepForExistingJob(long tenant, long id) {
        jdbc.sql("update call_reason set for_existing_job = false where tenant_id = :tenant and for_existing_job")
                .param("tenant", tenant)
                .update();
        jdbc.sql("update call_reason set for_existing_job = true where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    /** Lets no other transaction that adds one by itself go on before this one ends. */
    void keepAdding(long tenant) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "call reasons:" + tenant)
                .query(Integer.class)
                .single();
    }
}

package org.callboard.callbacks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.calls.MissedCall;
import org.callboard.database.RecordMapper;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes call-backs. They are written under the lock of their row. */
@Repository
class CallBackStore {

    /** One miss, put to what is known of its number. */
    record Missed(CallBack callBack, boolean created) {}

    private static final RecordMapper<CallBack> CALL_BACKS = RecordMapper.of(CallBack.class);
    private static final RecordMapper<CallBack.Try> TRIES = RecordMapper.of(CallBack.Try.class);

    private static final String COLUMNS = """
            call_back.*, (
                select name from employee where tenant_id = call_back.tenant_id and id = call_back.claimed_by
            ) as claimed_by_name
            """;
    private static final String CALL_BACK = "select " + COLUMNS + " from call_back ";
    private static final String RETURNING = " returning " + COLUMNS;

    private final JdbcClient jdbc;
    private final Clock clock;

    CallBackStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<CallBack> find(long tenant, long id) {
        return one(
                jdbc.sql(CALL_BACK + "where tenant_id = :tenant and id = :id").param("id", id), tenant);
    }

    Optional<CallBack> lock(long tenant, long id) {
        return one(
                jdbc.sql(CALL_BACK + "where tenant_id = :tenant and id = :id for no key update of call_back")
                        .param("id", id),
                tenant);
    }

    Optional<CallBack> findOpen(long tenant, String number) {
        return one(
                jdbc.sql(CALL_BACK + "where tenant_id = :tenant and number = :number and status = 'Open'")
                        .param("number", number),
                tenant);
    }

    Optional<CallBack> lockOpen(long tenant, String number) {
        return one(jdbc.sql(CALL_BACK + """
                where tenant_id = :tenant and number = :number and status = 'Open' for no key update of call_back
                """).param("number", number), tenant);
    }

    Page<CallBack> page(Where where, Paging paging) {
        return where.pageOf(jdbc, "call_back", COLUMNS, paging, CALL_BACKS.rows());
    }

    /** Counts a miss: the open row of the number has one more, or there is one now. It is due, and nobody has talked since. */
    Missed missed(long tenant, String number, MissedCall call) {
        CallBack row = one(
                        jdbc.sql("""
                        insert into call_back (tenant_id, number, status, first_missed_on, last_missed_on, missed_count,
                            last_call_id, due_on, created_on, modified_on)
                        values (:tenant, :number, 'Open', :missedOn, :missedOn, 1, :call, :now, :now, :now)
                        on conflict (tenant_id, number) where status = 'Open' do update set
                            first_missed_on = least(call_back.first_missed_on, excluded.first_missed_on),
                            last_missed_on = greatest(call_back.last_missed_on, excluded.last_missed_on),
                            missed_count = call_back.missed_count + 1,
                            last_call_id = case when excluded.last_missed_on >= call_back.last_missed_on
                                then excluded.last_call_id else call_back.last_call_id end,
                            due_on = excluded.due_on, talked_call_id = null, version = call_back.version + 1,
                            modified_on = excluded.modified_on
                        """ + RETURNING)
                                .param("number", number)
                                .param("missedOn", call.missedOn())
                                .param("call", call.id())
                                .param("now", clock.instant()),
                        tenant)
                .orElseThrow();
        return new Missed(row, row.version() == 1);
    }

    /** Takes back that a call was missed. */
    void unmissed(long tenant, long id, Instant first, MissedCall last, Instant due) {
        change("""
                missed_count = missed_count - 1, first_missed_on = :first, last_missed_on = :missedOn,
                last_call_id = :call, due_on = :due
                """, tenant, id)
                .param("first", first)
                .param("missedOn", last.missedOn())
                .param("call", last.id())
                .param("due", due)
                .update();
    }

    void talked(long tenant, long id, long call) {
        change("talked_call_id = :call", tenant, id).param("call", call).update();
    }

    /** Adds a try; false where this call is one already. */
    boolean addTry(
            long tenant, long id, TryOutcome outcome, @Nullable Long call, @Nullable String memo, NextTry.Tryer by) {
        return jdbc.sql("""
                        insert into call_back_try (tenant_id, call_back_id, outcome, call_id, memo, created_on,
                            created_by_id, created_by_name)
                        values (:tenant, :callBack, :outcome, :call, :memo, :now, :by,
                            coalesce((select name from employee where tenant_id = :tenant and id = :by), :name))
                        on conflict (tenant_id, call_id) where call_id is not null do nothing
                        """)
                        .param("tenant", tenant)
                        .param("callBack", id)
                        .param("outcome", outcome.name())
                        .param("call", call)
                        .param("memo", memo)
                        .param("now", clock.instant())
                        .param("by", by.id())
                        .param("name", by.name())
                        .update()
                == 1;
    }

    List<CallBack.Try> tries(long tenant, long id) {
        return jdbc.sql("""
                select * from call_back_try where tenant_id = :tenant and call_back_id = :id order by id
                """)
                .param("tenant", tenant)
                .param("id", id)
                .query(TRIES.rows())
                .list();
    }

    void tried(long tenant, long id, Instant due) {
        change("tries = tries + 1, due_on = :due", tenant, id).param("due", due).update();
    }

    void claim(long tenant, long id, @Nullable Long user, @Nullable Instant until) {
        change(
                        "claimed_by = :user, claimed_on = case when :user::bigint is null then null else :now end, lease_until = :until",
                        tenant,
                        id)
                .param("user", user)
                .param("until", until)
                .update();
    }

    /** A sign of life of the one who has it. Nothing that others see changes, so the version stays. */
    boolean prolong(long tenant, long id, long user, Instant until) {
        return jdbc.sql("""
                        update call_back set lease_until = :until
                        where tenant_id = :tenant and id = :id and status = 'Open' and claimed_by = :user
                        """)
                        .param("until", until)
                        .param("tenant", tenant)
                        .param("id", id)
                        .param("user", user)
                        .update()
                == 1;
    }

    void close(
            long tenant,
            long id,
            CallBackStatus status,
            @Nullable Long by,
            @Nullable Long reason,
            @Nullable String memo) {
        change("""
                status = :status, claimed_by = null, claimed_on = null, lease_until = null, closed_on = :now,
                closed_by = :by, reason_id = :reason, memo = :memo
                """, tenant, id)
                .param("status", status.name())
                .param("by", by)
                .param("reason", reason)
                .param("memo", memo)
                .update();
    }

    private JdbcClient.StatementSpec change(String assignments, long tenant, long id) {
        return jdbc.sql("update call_back set " + assignments
                        + ", version = version + 1, modified_on = :now where tenant_id = :tenant and id = :id")
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id);
    }

    private static Optional<CallBack> one(JdbcClient.StatementSpec statement, long tenant) {
        return statement.param("tenant", tenant).query(CALL_BACKS.rows()).optional();
    }
}

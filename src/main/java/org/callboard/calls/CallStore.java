package org.callboard.calls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.callboard.calls.Call.Handling;
import org.callboard.calls.Call.Telephone;
import org.callboard.database.Caller;
import org.callboard.database.MovingRows;
import org.callboard.database.RecordMapper;
import org.callboard.details.RecordKind;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes calls. They are written under the lock of their row. */
@Repository
class CallStore {

    /** For how long a call that somebody opened by hand may be the one that a telephone tells of. */
    private static final Duration BY_HAND = Duration.ofMinutes(2);

    private static final RecordMapper<Call> CALLS = RecordMapper.of(Call.class);
    private static final RecordMapper<Telephone> TELEPHONE = RecordMapper.of(Telephone.class);
    private static final RecordMapper<Handling> HANDLING = RecordMapper.of(Handling.class);

    private static final RecordMapper<MissedCall> MISSED = RecordMapper.of(MissedCall.class);
    private static final String COLUMNS = """
            call.*, (
                select name from employee where tenant_id = call.tenant_id and id = call.claimed_by
            ) as claimed_by_name, (
                select name from employee where tenant_id = call.tenant_id and id = call.agent_id
            ) as agent_user
            """;
    private static final String CALL = "select " + COLUMNS + " from call ";
    private static final String RETURNING = " returning " + COLUMNS;

    private static final String UPDATE =
            "update call set " + TELEPHONE.sql("ASSIGNMENTS, ") + HANDLING.sql("ASSIGNMENTS, ") + """
            direction = :direction, direction_told = :directionTold, told_on = :toldOn, look_on = :lookOn,
            version = version + 1, modified_on = :now
            where tenant_id = :tenant and id = :id
            """ + RETURNING;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final MovingRows moving;

    CallStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.moving = new MovingRows(jdbc, clock, "call");
    }

    Optional<Call> find(long tenant, long id) {
        return jdbc.sql(CALL + "where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(CALLS.rows())
                .optional();
    }

    /** Reads it and keeps others from changing it until the transaction ends. */
    Optional<Call> lock(long tenant, long id) {
        return jdbc.sql(CALL + "where tenant_id = :tenant and id = :id for no key update of call")
                .param("tenant", tenant)
                .param("id", id)
                .query(CALLS.rows())
                .optional();
    }

    /** The same by what a system calls it. */
    Optional<Call> lock(long tenant, long system, String externalId) {
        return jdbc.sql(CALL + """
                where tenant_id = :tenant and system_id = :system and external_id = :externalId
                for no key update of call
                """)
                .param("tenant", tenant)
                .param("system", system)
                .param("externalId", externalId)
                .query(CALLS.rows())
                .optional();
    }

    /**
     * Lets no other transaction that tells first of the same call go on before this one ends: of two, one would take a call
     * that was opened by hand while the other takes another or makes one.
     */
    void keep(long tenant, CallEvent event) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "call:" + tenant + ":" + event.systemId() + ":" + event.externalId())
                .query(Integer.class)
                .single();
    }

    /** Lets a call that somebody opened by hand just now, the latest with the number, be the one that a system tells of. */
    Optional<Call> adopt(long tenant, CallEvent event, String number) {
        return jdbc.sql("""
                update call set system_id = :system, external_id = :externalId, state = 'Ringing'
                where tenant_id = :tenant and id = (
                    select id from call
                    where tenant_id = :tenant and number = :number and direction = :direction and external_id is null
                        and desk = 'Open' and claimed_by is not null and created_on > :since
                    order by created_on desc, id desc limit 1 for no key update)
                """ + RETURNING)
                .param("system", event.systemId())
                .param("externalId", event.externalId())
                .param("tenant", tenant)
                .param("number", number)
                .param("direction", event.assumed().name())
                .param("since", clock.instant().minus(BY_HAND))
                .query(CALLS.rows())
                .optional();
    }

    /** A call of which nothing is known but that it is there. */
    Call insert(long tenant, CallEvent event) {
        return jdbc.sql("""
                insert into call (tenant_id, system_id, external_id, direction, state, received_on, desk, created_on,
                    created_by_id, modified_on)
                values (:tenant, :system, :externalId, :direction, 'Ringing', :at, 'Open', :now, :by, :now)
                """ + RETURNING)
                .param("tenant", tenant)
                .param("system", event.systemId())
                .param("externalId", event.externalId())
                .param("direction", event.assumed().name())
                .param("at", event.at())
                .param("now", clock.instant())
                .param("by", Caller.current().employeeId())
                .query(CALLS.rows())
                .single();
    }

    /** The one that a page made, by the page's own key; others are kept from changing it. */
    Optional<Call> lockMade(long tenant, UUID key) {
        return jdbc.sql(CALL + "where tenant_id = :tenant and made_key = :key for no key update of call")
                .param("tenant", tenant)
                .param("key", key)
                .query(CALLS.rows())
                .optional();
    }

    /** A call that somebody opens by hand; empty where there is one with the key. */
    Optional<Call> insertByHand(long tenant, UUID key) {
        return jdbc.sql("""
                insert into call (tenant_id, made_key, direction, received_on, desk, created_on, created_by_id, modified_on)
                values (:tenant, :key, 'Inbound', :now, 'Open', :now, :by, :now)
                on conflict (tenant_id, made_key) where made_key is not null do nothing
                """ + RETURNING)
                .param("tenant", tenant)
                .param("key", key)
                .param("now", clock.instant())
                .param("by", Caller.current().employeeId())
                .query(CALLS.rows())
                .optional();
    }

    /** Its page says no more of it: what comes with the same key makes another one. */
    void forgetKey(long tenant, long id) {
        jdbc.sql("update call set made_key = null where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    /** Takes one out of use that goes on as another. */
    void deactivate(long tenant, long id) {
        jdbc.sql("update call set active = false where tenant_id = :tenant and id = :id and desk = 'Joined'")
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    Call update(long tenant, Call call) {
        return jdbc.sql(UPDATE)
                .params(TELEPHONE.params(call.telephone()))
                .params(HANDLING.params(call.handling()))
                .param("direction", call.direction().name())
                .param("directionTold", call.directionTold())
                .param("toldOn", call.toldOn())
                .param("lookOn", call.lookOn())
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", call.id())
                .query(CALLS.rows())
                .single();
    }

    /** Notes when something was told of it, and when to look at it: nothing that others see, so the version stays. */
    void touch(long tenant, Call call) {
        jdbc.sql("""
                update call set direction_told = :directionTold, told_on = :toldOn, look_on = :lookOn
                where tenant_id = :tenant and id = :id
                """)
                .param("directionTold", call.directionTold())
                .param("toldOn", call.toldOn())
                .param("lookOn", call.lookOn())
                .param("tenant", tenant)
                .param("id", call.id())
                .update();
    }

    /**
     * A sign of life of the one who has it. Nothing that others see changes, so the version stays.
     *
     * @param byHand until when one lasts that somebody opened by hand
     */
    boolean prolong(long tenant, long id, long user, Instant until, Instant byHand) {
        return jdbc.sql("""
                        update call set lease_until = case
                            when state is null then :byHand::timestamptz
                            when state <> 'Answered' then :until::timestamptz end
                        where tenant_id = :tenant and id = :id and desk = 'Open' and claimed_by = :user
                        """)
                        .param("until", until)
                        .param("byHand", byHand)
                        .param("tenant", tenant)
                        .param("id", id)
                        .param("user", user)
                        .update()
                == 1;
    }

    void tie(long tenant, long id, @Nullable Long callBack) {
        jdbc.sql("update call set call_back_id = :callBack where tenant_id = :tenant and id = :id")
                .param("callBack", callBack)
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    void tieToLead(long tenant, long id, @Nullable Long lead) {
        jdbc.sql("update call set tied_lead_id = :lead where tenant_id = :tenant and id = :id")
                .param("lead", lead)
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    Page<Call> page(Where where, Paging paging) {
        return where.pageOf(jdbc, "call", COLUMNS, paging, CALLS.rows());
    }

    List<Call> ofNumber(long tenant, String number, int most) {
        return jdbc.sql(CALL + """
                where tenant_id = :tenant and number = :number and active
                order by received_on desc, id desc limit :most
                """)
                .param("tenant", tenant)
                .param("number", number)
                .param("most", most)
                .query(CALLS.rows())
                .list();
    }

    /** Those of a number that ring or talk, the latest first. */
    List<Call> live(long tenant, String number) {
        return jdbc.sql(CALL + """
                where tenant_id = :tenant and number = :number and state in ('Ringing', 'Answered')
                order by received_on desc, id desc
                """)
                .param("tenant", tenant)
                .param("number", number)
                .query(CALLS.rows())
                .list();
    }

    /** Those of a number that wait or are somebody's and are not over, as far as is known; the latest first. */
    List<Call> running(long tenant, String number, Instant now) {
        return jdbc.sql(CALL + """
                where tenant_id = :tenant and number = :number and desk = 'Open'
                    and (state in ('Ringing', 'Answered') or state is null and lease_until > :now)
                order by received_on desc, id desc
                """)
                .param("tenant", tenant)
                .param("number", number)
                .param("now", now)
                .query(CALLS.rows())
                .list();
    }

    /** Those of a number that wait or are somebody's, in the order of their ids. */
    List<Long> openOf(long tenant, String number) {
        return jdbc.sql(
                        "select id from call where tenant_id = :tenant and number = :number and desk = 'Open' order by id")
                .param("tenant", tenant)
                .param("number", number)
                .query(Long.class)
                .list();
    }

    /** The calls of a call-back that reached nobody, the latest first. */
    List<MissedCall> missed(long tenant, long callBack) {
        return jdbc.sql("""
                select id, coalesce(ended_on, received_on) as missed_on from call
                where tenant_id = :tenant and call_back_id = :callBack and desk = 'CallBack'
                order by missed_on desc, id desc
                """)
                .param("tenant", tenant)
                .param("callBack", callBack)
                .query(MISSED.rows())
                .list();
    }

    /** Whether the call-back of a call is closed. */
    boolean isCalledBack(long tenant, long callBack) {
        return jdbc.sql("""
                select exists (select from call_back where tenant_id = :tenant and id = :callBack and status <> 'Open')
                """)
                .param("tenant", tenant)
                .param("callBack", callBack)
                .query(Boolean.class)
                .single();
    }

    /** Keeps others from changing those of a customer or location, and those with the ids. */
    List<Long> lockAll(RecordKind kind, long tenant, long owner, Collection<Long> ids) {
        return moving.lock(kind.word(), tenant, owner, ids);
    }

    /** @param ids those that move; null for all */
    List<Long> move(RecordKind kind, long tenant, long from, long to, @Nullable Collection<Long> ids) {
        return moving.move(kind.word(), tenant, from, to, ids);
    }
}

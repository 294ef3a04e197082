package org.callboard.telephone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.database.RecordMapper;
import org.callboard.telephone.TelephoneEvent.RefusedFor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what systems sent, as it came, for whoever looks for what went wrong. */
@Repository
class TelephoneEventStore {

    /** How many of a system are kept, and how long. */
    private static final int MOST = 200;

    private static final Duration LONGEST = Duration.ofDays(30);

    private static final int MOST_REFUSED = 20;

    private static final RecordMapper<Waiting> WAITING = RecordMapper.of(Waiting.class);
    private static final RecordMapper<TelephoneEvent> EVENTS = RecordMapper.of(TelephoneEvent.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    TelephoneEventStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps one that was worked on. */
    void keep(long tenant, long system, String body, long call) {
        jdbc.sql("""
                insert into telephone_event (tenant_id, system_id, received_on, body, call_id, worked_on, tries)
                values (:tenant, :system, :now, :body::jsonb, :call, :now, 1)
                """)
                .param("tenant", tenant)
                .param("system", system)
                .param("now", clock.instant())
                .param("body", body)
                .param("call", call)
                .update();
    }

    /** One that waits to be worked on. */
    record Waiting(long id, long systemId, String systemName, Instant receivedOn, String body) {}

    /** Keeps one that is to be worked on. */
    long keepWaiting(long tenant, long system, String body) {
        return jdbc.sql("""
                insert into telephone_event (tenant_id, system_id, received_on, body)
                values (:tenant, :system, :now, :body::jsonb)
                returning id
                """)
                .param("tenant", tenant)
                .param("system", system)
                .param("now", clock.instant())
                .param("body", body)
                .query(Long.class)
                .single();
    }

    /** Reads one that waits, so that nobody else works on it; empty where it is done or given up. */
    Optional<Waiting> lockWaiting(long tenant, long id) {
        return jdbc.sql("""
                select e.id, e.system_id, s.name as system_name, e.received_on, e.body
                from telephone_event e
                join telephone_system s on s.tenant_id = e.tenant_id and s.id = e.system_id
                where e.tenant_id = :tenant and e.id = :id and e.worked_on is null and e.refused is null
                for no key update of e
                """)
                .param("tenant", tenant)
                .param("id", id)
                .query(WAITING.rows())
                .optional();
    }

    void worked(long tenant, long id, @Nullable Long call) {
        jdbc.sql("""
                update telephone_event set worked_on = :now, call_id = :call, failure = null, tries = tries + 1
                where tenant_id = :tenant and id = :id
                """)
                .param("now", clock.instant())
                .param("call", call)
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    /** Notes what went wrong; gives how often that was tried. */
    int failed(long tenant, long id, String failure) {
        return jdbc.sql("""
                update telephone_event set failure = left(:failure, 500), tries = tries + 1
                where tenant_id = :tenant and id = :id
                returning tries
                """)
                .param("failure", failure)
                .param("tenant", tenant)
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** Keeps one that is not taken, and of those of the system the latest twenty. */
    void refuse(long tenant, long system, String body, RefusedFor why) {
        jdbc.sql("""
                insert into telephone_event (tenant_id, system_id, received_on, body, refused)
                values (:tenant, :system, :now, :body::jsonb, :why)
                """)
                .param("tenant", tenant)
                .param("system", system)
                .param("now", clock.instant())
                .param("body", body)
                .param("why", why.name())
                .update();
        jdbc.sql("""
                delete from telephone_event
                where tenant_id = :tenant and system_id = :system and refused is not null and id <= (
                    select id from telephone_event
                    where tenant_id = :tenant and system_id = :system and refused is not null
                    order by id desc offset :most limit 1)
                """)
                .param("tenant", tenant)
                .param("system", system)
                .param("most", MOST_REFUSED)
                .update();
    }

    /** The latest of a system, the newest first. */
    List<TelephoneEvent> latest(long tenant, long system, @Nullable Long before, int most) {
        return jdbc.sql("""
                select id, received_on, body, refused, failure, call_id, worked_on from telephone_event
                where tenant_id = :tenant and system_id = :system and id < coalesce(:before, 9223372036854775807)
                order by id desc limit :most
                """)
                .param("tenant", tenant)
                .param("system", system)
                .param("before", before)
                .param("most", most)
                .query(EVENTS.rows())
                .list();
    }

    /** Removes those that are too old, and of each system all but the latest. */
    void forget(long tenant) {
        jdbc.sql("""
                delete from telephone_event e using (
                    select id, row_number() over (partition by system_id order by id desc) as place
                    from telephone_event where tenant_id = :tenant
                ) counted
                where e.tenant_id = :tenant and e.id = counted.id and (e.received_on < :since
                    or counted.place > :most and (e.worked_on is not null or e.refused is not null))
                """)
                .param("tenant", tenant)
                .param("since", clock.instant().minus(LONGEST))
                .param("most", MOST)
                .update();
    }
}

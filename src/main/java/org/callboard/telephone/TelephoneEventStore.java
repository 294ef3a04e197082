package org.callboard.telephone;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what systems sent, as it came, for whoever looks for what went wrong. */
@Repository
class TelephoneEventStore {

    /** How many of a system are kept, and how long. */
    private static final int MOST = 200;

    private static final Duration LONGEST = Duration.ofDays(30);

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

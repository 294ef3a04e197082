package org.callboard.telephone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what systems sent, as it came, for whoever looks for what went wrong. */
@Repository
class TelephoneEventStore {

    /** How many of a system are kept, and how long. */
    private static final int MOST = 200;

    private static final Duration LONGEST = Duration.ofDays(30);

    /** Old ones go each time that so many came. */
    private static final int TIDY = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    TelephoneEventStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps one that was worked on. */
    void keep(long tenant, long system, String body, long call) {
        Instant now = clock.instant();
        long id = jdbc.sql("""
                insert into telephone_event (tenant_id, system_id, received_on, body, call_id, worked_on, tries)
                values (:tenant, :system, :now, :body::jsonb, :call, :now, 1)
                returning id
                """)
                .param("tenant", tenant)
                .param("system", system)
                .param("now", now)
                .param("body", body)
                .param("call", call)
                .query(Long.class)
                .single();
        if (id % TIDY == 0) {
            forget(tenant, system, now);
        }
    }

    private void forget(long tenant, long system, Instant now) {
        jdbc.sql("""
                delete from telephone_event
                where tenant_id = :tenant and system_id = :system and worked_on is not null and (
                    received_on < :since or id <= (
                        select id from telephone_event where tenant_id = :tenant and system_id = :system
                        order by id desc offset :most limit 1))
                """)
                .param("tenant", tenant)
                .param("system", system)
                .param("since", now.minus(LONGEST))
                .param("most", MOST)
                .update();
    }
}

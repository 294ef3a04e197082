package org.callboard.telephone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TelephoneSystemStore {

    /** How exactly it is known when a system was heard last: its row is not written with each event. */
    private static final Duration HEARD = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    TelephoneSystemStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The system that a connection is. */
    Optional<Long> of(long tenant, long connection) {
        return jdbc.sql("select id from telephone_system where tenant_id = :tenant and connection_id = :connection")
                .param("tenant", tenant)
                .param("connection", connection)
                .query(Long.class)
                .optional();
    }

    /** Nothing where another transaction was faster. */
    Optional<Long> insert(long tenant, long connection, String name) {
        return jdbc.sql("""
                insert into telephone_system (tenant_id, kind, name, connection_id, created_on, modified_on)
                values (:tenant, 'Api', :name, :connection, :now, :now)
                on conflict (tenant_id, connection_id) where connection_id is not null do nothing
                returning id
                """)
                .param("tenant", tenant)
                .param("name", name)
                .param("connection", connection)
                .param("now", clock.instant())
                .query(Long.class)
                .optional();
    }

    void heard(long tenant, long id) {
        Instant now = clock.instant();
        jdbc.sql("""
                update telephone_system set heard_on = :now
                where tenant_id = :tenant and id = :id and (heard_on is null or heard_on < :since)
                """)
                .param("now", now)
                .param("since", now.minus(HEARD))
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }
}

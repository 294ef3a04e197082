package org.callboard.queue;

import java.util.Collection;
import java.util.List;
import org.callboard.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads calls that are on the line. */
@Repository
class IncomingCallStore {

    private static final RecordMapper<ActiveCall> CALLS = RecordMapper.of(ActiveCall.class);

    private static final String SELECT = """
            select c.id, c.version, c.direction, c.state, c.active and c.desk = 'Open' as open, c.claimed_by,
                e.name as claimed_by_name, c.agent_name, c.number, c.withheld,
                coalesce(c.caller_name, case when c.number is null and not c.withheld then c.told_from end) as told,
                c.own_number_id, o.label as line, m.name as campaign, c.received_on
            from call c
            left join employee e on e.tenant_id = c.tenant_id and e.id = c.claimed_by
            left join own_number o on o.tenant_id = c.tenant_id and o.id = c.own_number_id
            left join campaign m on m.tenant_id = c.tenant_id and m.id = c.campaign_id
            where c.tenant_id = :tenant
            """;

    private final JdbcClient jdbc;

    IncomingCallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of which no end was told, the oldest first. */
    List<ActiveCall> live(long tenant) {
        return jdbc.sql(SELECT + " and c.active and c.state in ('Ringing', 'Answered') order by c.received_on, c.id")
                .param("tenant", tenant)
                .query(CALLS.rows())
                .list();
    }

    /** These, however they are, also those that are out of use by now. */
    List<ActiveCall> these(long tenant, Collection<Long> ids) {
        return jdbc.sql(SELECT + " and c.id = any(:ids) order by c.received_on, c.id")
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .query(CALLS.rows())
                .list();
    }
}

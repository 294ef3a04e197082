package org.callboard.queue;

import java.util.Collection;
import java.util.List;
import org.callboard.calls.CallListStore;
import org.callboard.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads calls that are on the line. */
@Repository
class IncomingCallStore {

    private static final RecordMapper<ActiveCall> CALLS = RecordMapper.of(ActiveCall.class);

    private static final String SELECT = """
            select call.id, call.version, call.direction, call.state, call.active and call.desk = 'Open' as open,
                call.claimed_by, e.name as claimed_by_name, AGENT as agent_name, call.number, call.withheld,
                coalesce(
                    call.caller_name, case when call.number is null and not call.withheld then call.told_from end) as told,
                call.own_number_id, o.label as line, m.name as campaign, call.received_on
            from call
            left join employee e on e.tenant_id = call.tenant_id and e.id = call.claimed_by
            left join own_number o on o.tenant_id = call.tenant_id and o.id = call.own_number_id
            left join campaign m on m.tenant_id = call.tenant_id and m.id = call.campaign_id
            where call.tenant_id = :tenant
            """.replace("AGENT", CallListStore.AGENT);

    private static final String IN_ORDER = " order by call.received_on, call.id";

    private final JdbcClient jdbc;

    IncomingCallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of which no end was told, the oldest first. */
    List<ActiveCall> live(long tenant) {
        return jdbc.sql(SELECT + " and call.active and call.state in ('Ringing', 'Answered')" + IN_ORDER)
                .param("tenant", tenant)
                .query(CALLS.rows())
                .list();
    }

    /** These, however they are, also those that are out of use by now. */
    List<ActiveCall> these(long tenant, Collection<Long> ids) {
        return jdbc.sql(SELECT + " and call.id = any(:ids)" + IN_ORDER)
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .query(CALLS.rows())
                .list();
    }
}

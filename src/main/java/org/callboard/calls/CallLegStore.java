package org.callboard.calls;

import java.util.List;
import org.callboard.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CallLegStore {

    private static final RecordMapper<CallLeg> LEGS = RecordMapper.of(CallLeg.class);

    private static final String PUT = LEGS.sql("""
            insert into call_leg (tenant_id, call_id, COLUMNS)
            values (:tenant, :call, PARAMETERS)
            on conflict (tenant_id, call_id, leg) do update set ASSIGNMENTS
            """);

    private final JdbcClient jdbc;

    CallLegStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes what is known of a telephone, under the lock of the call. */
    void put(long tenant, long call, CallLeg leg) {
        jdbc.sql(PUT)
                .params(LEGS.params(leg))
                .param("tenant", tenant)
                .param("call", call)
                .update();
    }

    List<CallLeg> of(long tenant, long call) {
        return jdbc.sql("select * from call_leg where tenant_id = :tenant and call_id = :call order by leg")
                .param("tenant", tenant)
                .param("call", call)
                .query(LEGS.rows())
                .list();
    }
}

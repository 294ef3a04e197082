package org.callboard.phonelines;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.callboard.database.Caller;
import org.callboard.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BlockedNumberStore {

    private static final RecordMapper<BlockedNumber> NUMBERS = RecordMapper.of(BlockedNumber.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    BlockedNumberStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<BlockedNumber> all(long tenant) {
        return jdbc.sql("""
                select n.*, e.name as blocked_by_name
                from blocked_number n
                join employee e on e.tenant_id = n.tenant_id and e.id = n.blocked_by
                where n.tenant_id = :tenant
                order by n.blocked_on desc, n.id desc
                """).param("tenant", tenant).query(NUMBERS.rows()).list();
    }

    /** The new row's id; nothing where the number is blocked already. */
    Optional<Long> insert(long tenant, String number, @Nullable String memo) {
        return jdbc.sql("""
                insert into blocked_number (tenant_id, number, memo, blocked_by, blocked_on)
                values (:tenant, :number, :memo, :by, :now)
                on conflict (tenant_id, number) do nothing
                returning id
                """)
                .param("tenant", tenant)
                .param("number", number)
                .param("memo", memo)
                .param("by", Caller.current().employeeId())
                .param("now", clock.instant())
                .query(Long.class)
                .optional();
    }

    Optional<String> delete(long tenant, long id) {
        return jdbc.sql("delete from blocked_number where tenant_id = :tenant and id = :id returning number")
                .param("tenant", tenant)
                .param("id", id)
                .query(String.class)
                .optional();
    }
}

package org.callboard.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what connections may still call, on all nodes together. */
@Repository
class RateLimitStore {

    /** How many calls were taken out, and how many are left. */
    record Grant(int granted, int left) {}

    private final JdbcClient jdbc;

    RateLimitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes up to {@code share} calls out of an allowance that fills at {@code limit} a second, up to one second's worth. */
    Grant take(long tenant, long connection, int limit, int share) {
        return jdbc.sql("""
                insert into call_allowance as a (tenant_id, connection_id, calls, granted, filled_on)
                values (:tenant, :connection, :limit::float8 - :share, :share, clock_timestamp())
                on conflict (tenant_id, connection_id) do update set
                    granted = least(:share, floor(least(:limit::float8, a.calls
                        + :limit * extract(epoch from excluded.filled_on - a.filled_on))))::integer,
                    calls = least(:limit::float8, a.calls
                            + :limit * extract(epoch from excluded.filled_on - a.filled_on))
                        - least(:share, floor(least(:limit::float8, a.calls
                            + :limit * extract(epoch from excluded.filled_on - a.filled_on)))),
                    filled_on = excluded.filled_on
                returning granted, floor(calls)::integer
                """)
                .param("tenant", tenant)
                .param("connection", connection)
                .param("limit", limit)
                .param("share", share)
                .query((row, number) -> new Grant(row.getInt(1), row.getInt(2)))
                .single();
    }
}

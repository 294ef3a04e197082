package org.callboard.database;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one table that belong to a customer and to a location, and move with those. */
public final class MovingRows {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String table;

    public MovingRows(JdbcClient jdbc, Clock clock, String table) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.table = table;
    }

    /**
     * Keeps others from changing those of an owner, and those with the ids, until the transaction ends; in the order of their
     * ids, which it gives.
     *
     * @param kind {@code customer} or {@code location}
     */
    public List<Long> lock(String kind, long tenant, long owner, Collection<Long> ids) {
        return jdbc.sql("""
                select id from TABLE where tenant_id = :tenant and (KIND_id = :owner or id = any(:ids)) order by id
                for no key update
                """.replace("TABLE", table).replace("KIND", kind))
                .param("tenant", tenant)
                .param("owner", owner)
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /**
     * Gives rows of one owner to another; gives the ids of those that moved.
     *
     * @param kind {@code customer} or {@code location}
     * @param ids those that move; null for all
     */
    public List<Long> move(String kind, long tenant, long from, long to, @Nullable Collection<Long> ids) {
        return jdbc.sql("""
                update TABLE set KIND_id = :to, version = version + 1, modified_on = :now
                where tenant_id = :tenant and KIND_id = :from and (:ids::bigint[] is null or id = any(:ids::bigint[]))
                returning id
                """.replace("TABLE", table).replace("KIND", kind))
                .param("to", to)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("from", from)
                .param("ids", ids == null ? null : ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }
}

package org.callboard.changes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Follows one tenant's change log as it grows, and tells each committed row once, as soon as it can be seen.
 *
 * <p>A transaction that began earlier may commit later, below rows that were told already. So the tail goes back, with
 * every look, to the oldest transaction that was still open at the last one, and leaves out what it told before. Where
 * the server was started again or another took over, it begins with the new epoch, whose transaction ids may be lower.
 */
@Component
public class ChangeTail {

    /** How far a follower is. Not safe for use by several threads. */
    public static final class Position {
        private int epoch;
        private String horizon;
        private final TreeMap<Long, Long> told = new TreeMap<>(); // sequence to transaction id

        private Position(int epoch, String horizon) {
            this.epoch = epoch;
            this.horizon = horizon;
        }
    }

    /**
     * What a look found.
     *
     * @param again the server is another, or has started again: what was told before may not be so any more
     * @param records those with changes since the last look, in the order of change
     */
    public record Look(boolean again, Set<Changed> records) {}

    /** A record that was changed. */
    public record Changed(EntityKind recordKind, long recordId) {}

    private record Row(
            long sequence,
            int epoch,
            long transaction,
            @Nullable Changed changed,
            int currentEpoch,
            String horizon) {}

    private final JdbcClient jdbc;

    ChangeTail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A position before which everything is told already, except what is still open now. */
    public Position now() {
        return jdbc.sql("select current_change_epoch(), pg_snapshot_xmin(pg_current_snapshot())::text")
                .query((row, number) -> new Position(row.getInt(1), row.getString(2)))
                .single();
    }

    /** The records of these kinds with changes since the last look. */
    public Look look(long tenant, List<EntityKind> recordKinds, Position position) {
        List<Row> rows = jdbc.sql("""
                select c.sequence, c.epoch, c.xid::text::bigint as transaction, c.record_kind, c.record_id,
                    h.epoch as current_epoch, h.horizon
                from (select current_change_epoch() as epoch, pg_snapshot_xmin(pg_current_snapshot())::text as horizon) h
                left join change c on c.tenant_id = :tenant and c.record_kind = any(:kinds)
                    and (c.epoch, c.xid) >= (:epoch, :from::xid8)
                order by c.epoch, c.xid, c.sequence
                """)
                .param("tenant", tenant)
                .param("kinds", recordKinds.stream().map(EntityKind::word).toArray(String[]::new))
                .param("epoch", position.epoch)
                .param("from", position.horizon)
                .query((row, number) -> new Row(
                        row.getLong("sequence"),
                        row.getInt("epoch"),
                        row.getLong("transaction"),
                        changed(row.getString("record_kind"), row.getLong("record_id")),
                        row.getInt("current_epoch"),
                        row.getString("horizon")))
                .list();
        Row any = rows.getFirst();
        boolean again = any.currentEpoch != position.epoch;
        if (again) {
            position.told.clear();
        }
        Set<Changed> records = new LinkedHashSet<>();
        for (Row row : rows) {
            if (row.changed != null && position.told.put(row.sequence, row.transaction) == null) {
                records.add(row.changed);
            }
        }
        position.epoch = any.currentEpoch;
        position.horizon = any.horizon;
        long horizon = Long.parseLong(position.horizon);
        position.told.values().removeIf(transaction -> transaction < horizon);
        return new Look(again, records);
    }

    private static @Nullable Changed changed(@Nullable String kind, long id) {
        return kind == null ? null : new Changed(EntityKind.of(kind), id);
    }
}

package org.callboard.platform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Follows one tenant's change log as it grows, and tells each committed row once, as soon as it can be seen.
 *
 * <p>A transaction that began earlier may commit later, below rows that were told already. So the tail goes back, with
 * every look, to the oldest transaction that was still open at the last one, and leaves out what it told before.
 */
@Component
public class ChangeTail {

    /** How far a follower is. Not safe for use by several threads. */
    public static final class Position {
        private String horizon;
        private final TreeMap<Long, Long> told = new TreeMap<>(); // sequence to transaction id

        private Position(String horizon) {
            this.horizon = horizon;
        }
    }

    /** A record that was changed. */
    public record Changed(String recordKind, long recordId) {}

    private record Row(long sequence, long transaction, Changed changed, String horizon) {}

    private final JdbcClient jdbc;

    ChangeTail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A position before which everything is told already, except what is still open now. */
    public Position now() {
        return new Position(jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single());
    }

    /** The records of these kinds with changes since the last look, in the order of change. */
    public Set<Changed> look(long tenant, List<String> recordKinds, Position position) {
        List<Row> rows = jdbc.sql("""
                select c.sequence, c.xid::text::bigint as transaction, c.record_kind, c.record_id,
                    h.horizon
                from (select pg_snapshot_xmin(pg_current_snapshot())::text as horizon) h
                left join change c on c.tenant_id = :tenant and c.record_kind = any(:kinds)
                    and c.epoch = current_change_epoch() and c.xid >= :from::xid8
                order by c.xid, c.sequence
                """)
                .param("tenant", tenant)
                .param("kinds", recordKinds.toArray(String[]::new))
                .param("from", position.horizon)
                .query((row, number) -> new Row(
                        row.getLong("sequence"),
                        row.getLong("transaction"),
                        new Changed(
                                Objects.requireNonNullElse(row.getString("record_kind"), ""), row.getLong("record_id")),
                        row.getString("horizon")))
                .list();
        Set<Changed> records = new LinkedHashSet<>();
        for (Row row : rows) {
            if (row.sequence != 0 && position.told.put(row.sequence, row.transaction) == null) {
                records.add(row.changed);
            }
        }
        position.horizon = rows.getFirst().horizon;
        long horizon = Long.parseLong(position.horizon);
        position.told.values().removeIf(transaction -> transaction < horizon);
        return records;
    }
}

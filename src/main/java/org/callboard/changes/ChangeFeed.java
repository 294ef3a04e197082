package org.callboard.changes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.callboard.database.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The change log as a feed of records: each record once, where its last change stands, in the order in which changes
 * became final.
 *
 * <p>A transaction that began earlier may commit later; so what is handed out ends below the oldest transaction that is
 * still open. Nothing can come to stand below that line afterwards, and a reader that goes on from where it was misses
 * nothing. A change that a reader passed over because the record changed again comes with that later change.
 */
@Component
public class ChangeFeed {

    /**
     * A place in the log, that of a change which was handed out, and the time before which changes don't count.
     *
     * @param mark the epoch's, for a place that is kept outside the database; null for one that is kept in it, or was
     *     given out before epochs had marks
     * @param sequence 0 where nothing was handed out yet
     * @param since the epoch of 1970 where all count
     */
    public record Position(int epoch, @Nullable UUID mark, long transaction, long sequence, Instant since) {

        public static final Position START = since(Instant.EPOCH);

        public static Position since(Instant since) {
            return new Position(0, null, 0, 0, since);
        }

        /** A place that the database itself keeps: put back, it is as old as the log. */
        public static Position kept(int epoch, long transaction, long sequence) {
            return new Position(epoch, null, transaction, sequence, Instant.EPOCH);
        }
    }

    /**
     * A part of the feed.
     *
     * @param ids the records that changed, in the order of their last changes
     * @param next where to go on; it never passes a change that may still be joined by earlier ones
     */
    public record Part(List<Long> ids, Position next, boolean more) {}

    /** One change of one record, for those who want each and not the last alone. */
    public record Entry(Position position, EntityKind recordKind, long recordId, Action action, Instant happenedOn) {

        /** Names the change within its company. */
        public long sequence() {
            return position.sequence;
        }

        /** Whether both were made in one transaction. */
        public boolean isTogetherWith(Entry other) {
            return position.epoch == other.position.epoch && position.transaction == other.position.transaction;
        }
    }

    private record Row(Position position, long id, boolean settled) {}

    private final JdbcClient jdbc;

    ChangeFeed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What changed after a position, at most so many records.
     *
     * @param recent also gives what is committed but not final in its order; such records come again
     */
    public Part next(long tenant, EntityKind kind, Position from, boolean recent, int most) {
        List<Row> rows = jdbc.sql("""
                with horizon as materialized (
                    select current_change_epoch() as epoch, pg_snapshot_xmin(pg_current_snapshot()) as xid
                )
                select c.epoch, (select mark from change_epoch e where e.epoch = c.epoch) as mark,
                    c.xid::text::bigint as transaction, c.sequence, c.record_id,
                    (c.epoch, c.xid) < (h.epoch, h.xid) as settled
                from change c cross join horizon h
                where c.tenant_id = :tenant and c.record_kind = :kind
                    and (c.epoch, c.xid, c.sequence) > (:epoch, :transaction::text::xid8, :sequence)
                    and (:recent or (c.epoch, c.xid) < (h.epoch, h.xid))
                    and c.happened_on >= :since
                    and not exists (
                        select from change n
                        where n.tenant_id = :tenant and n.record_kind = :kind and n.record_id = c.record_id
                            and (n.epoch, n.xid, n.sequence) > (c.epoch, c.xid, c.sequence)
                            and (:recent or (n.epoch, n.xid) < (h.epoch, h.xid))
                    )
                order by c.epoch, c.xid, c.sequence
                limit :limit
                """)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("epoch", from.epoch)
                .param("transaction", from.transaction)
                .param("sequence", from.sequence)
                .param("recent", recent)
                .param("since", from.since.atOffset(ZoneOffset.UTC))
                .param("limit", most + 1)
                .query((row, number) ->
                        new Row(position(row, from.since), row.getLong("record_id"), row.getBoolean("settled")))
                .list();
        List<Row> part = rows.size() > most ? rows.subList(0, most) : rows;
        Position next = from;
        for (Row row : part) {
            if (row.settled) {
                next = row.position;
            }
        }
        // what is not settled is told again anyway: to go on now would only tell it twice
        boolean more = rows.size() > most && part.getLast().settled;
        return new Part(part.stream().map(Row::id).toList(), next, more);
    }

    /** Each change after a position whose place is final, in order, at most so many. */
    public List<Entry> entries(long tenant, Position from, int most) {
        return jdbc.sql("""
                select epoch, xid::text::bigint as transaction, sequence, record_kind, record_id, action, happened_on
                from change
                where tenant_id = :tenant and (epoch, xid, sequence) > (:epoch, :transaction::text::xid8, :sequence)
                    and (epoch, xid) < (current_change_epoch(), pg_snapshot_xmin(pg_current_snapshot()))
                order by epoch, xid, sequence limit :most
                """)
                .param("tenant", tenant)
                .param("epoch", from.epoch)
                .param("transaction", from.transaction)
                .param("sequence", from.sequence)
                .param("most", most)
                .query(ChangeFeed::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                Position.kept(row.getInt("epoch"), row.getLong("transaction"), row.getLong("sequence")),
                EntityKind.of(row.getString("record_kind")),
                row.getLong("record_id"),
                Action.of(row.getString("action")),
                Rows.instant(row, "happened_on"));
    }

    /** What the transaction of a change did before it to records of these kinds, in order. */
    public List<Entry> before(long tenant, Entry change, Collection<EntityKind> kinds) {
        return jdbc.sql("""
                select epoch, xid::text::bigint as transaction, sequence, record_kind, record_id, action, happened_on
                from change
                where tenant_id = :tenant and record_kind = any(:kinds) and epoch = :epoch
                    and xid = :transaction::text::xid8 and sequence < :sequence
                order by sequence
                """)
                .param("tenant", tenant)
                .param("kinds", kinds.stream().map(EntityKind::word).toArray(String[]::new))
                .param("epoch", change.position.epoch)
                .param("transaction", change.position.transaction)
                .param("sequence", change.sequence())
                .query(ChangeFeed::entry)
                .list();
    }

    /**
     * The company's last change whose place is final: a copy that is read after this is up to date as of it. It is never
     * the horizon itself, which a crash may put back.
     */
    public Position settled(long tenant) {
        return jdbc.sql("""
                select epoch, (select mark from change_epoch e where e.epoch = c.epoch) as mark,
                    xid::text::bigint as transaction, sequence
                from change c
                where tenant_id = :tenant
                    and (epoch, xid) < (current_change_epoch(), pg_snapshot_xmin(pg_current_snapshot()))
                order by epoch desc, xid desc, sequence desc limit 1
                """)
                .param("tenant", tenant)
                .query((row, number) -> position(row, Instant.EPOCH))
                .optional()
                .orElse(Position.START);
    }

    /**
     * Whether this log has handed out such a place: it has the change, in the same epoch. Where it has not, the database
     * was put back, and the reader knows of what is lost.
     */
    public boolean knows(long tenant, Position position) {
        return position.sequence == 0
                || jdbc.sql("""
                        select exists (
                            select from change c join change_epoch e on e.epoch = c.epoch
                            where c.tenant_id = :tenant and c.sequence = :sequence and c.epoch = :epoch
                                and c.xid = :transaction::text::xid8 and (:mark::uuid is null or e.mark = :mark))
                        """)
                        .param("tenant", tenant)
                        .param("sequence", position.sequence)
                        .param("epoch", position.epoch)
                        .param("transaction", position.transaction)
                        .param("mark", position.mark)
                        .query(Boolean.class)
                        .single();
    }

    private static Position position(ResultSet row, Instant since) throws SQLException {
        return new Position(
                row.getInt("epoch"),
                row.getObject("mark", UUID.class),
                row.getLong("transaction"),
                row.getLong("sequence"),
                since);
    }
}

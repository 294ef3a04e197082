package org.callboard.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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
     * A place in the log, and the time before which changes don't count.
     *
     * @param since the epoch of 1970 where all count
     */
    public record Position(int epoch, long transaction, long sequence, Instant since) {

        public static final Position START = new Position(0, 0, 0, Instant.EPOCH);

        public static Position since(Instant since) {
            return new Position(0, 0, 0, since);
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
    public record Entry(Position position, String recordKind, long recordId, String action, Instant happenedOn) {

        /** Names the change within its company. */
        public long sequence() {
            return position.sequence;
        }
    }

    private record Row(int epoch, long transaction, long sequence, long id, boolean settled) {}

    private final JdbcClient jdbc;

    ChangeFeed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What changed after a position, at most so many records.
     *
     * @param recent also gives what is committed but not final in its order; such records come again
     */
    public Part next(long tenant, String kind, Position from, boolean recent, int most) {
        List<Row> rows = jdbc.sql("""
                with horizon as materialized (
                    select current_change_epoch() as epoch, pg_snapshot_xmin(pg_current_snapshot()) as xid
                )
                select c.epoch, c.xid::text::bigint as transaction, c.sequence, c.record_id,
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
                .param("kind", kind)
                .param("epoch", from.epoch)
                .param("transaction", from.transaction)
                .param("sequence", from.sequence)
                .param("recent", recent)
                .param("since", from.since.atOffset(ZoneOffset.UTC))
                .param("limit", most + 1)
                .query(ChangeFeed::row)
                .list();
        List<Row> part = rows.size() > most ? rows.subList(0, most) : rows;
        Position next = from;
        for (Row row : part) {
            if (row.settled) {
                next = new Position(row.epoch, row.transaction, row.sequence, from.since);
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
                .query((row, number) -> new Entry(
                        new Position(
                                row.getInt("epoch"), row.getLong("transaction"), row.getLong("sequence"), from.since),
                        row.getString("record_kind"),
                        row.getLong("record_id"),
                        row.getString("action"),
                        Rows.instant(row, "happened_on")))
                .list();
    }

    /** The place up to which everything is final now: a copy that is read after this is up to date as of it. */
    public Position settled() {
        return jdbc.sql("""
                select current_change_epoch(), pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                """)
                .query((row, number) -> new Position(row.getInt(1), row.getLong(2), 0, Instant.EPOCH))
                .single();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getInt("epoch"),
                row.getLong("transaction"),
                row.getLong("sequence"),
                row.getLong("record_id"),
                row.getBoolean("settled"));
    }
}

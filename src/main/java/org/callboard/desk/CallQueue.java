package org.callboard.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.bookings.BookingStatus;
import org.callboard.database.Rows;
import org.callboard.jobs.Priority;
import org.callboard.search.LikelyMatches;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The queue of the Calls screen: open bookings, oldest first, with urgent and same-day ones ahead. */
@Service
public class CallQueue {

    /** More rows than that nobody works through on one screen; the count tells how many there are. */
    public static final int MAX_LENGTH = 200;

    private static final String ROW = """
            select b.id, b.name, b.source, p.tag_name, b.city, b.state, left(b.summary, 140) as summary, b.priority,
                b.start, b.status, b.claimed_by, e.name as claimed_by_name, b.version, b.created_on,
                case when b.priority = 'Urgent' then 0
                    when b.start >= :today and b.start < :tomorrow then 1
                    else 2 end as rank
            from booking b
            join booking_provider_tag p on p.tenant_id = b.tenant_id and p.id = b.booking_provider_id
            left join employee e on e.tenant_id = b.tenant_id and e.id = b.claimed_by
            where b.tenant_id = :tenant
            """;

    private final JdbcClient jdbc;
    private final LikelyMatches matches;
    private final Tenants tenants;
    private final Clock clock;

    CallQueue(JdbcClient jdbc, LikelyMatches matches, Tenants tenants, Clock clock) {
        this.jdbc = jdbc;
        this.matches = matches;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * The queue as a screen shows it.
     *
     * @param rows the first {@link #MAX_LENGTH}
     * @param count how many there are in all
     */
    public record Waiting(List<QueueRow> rows, long count) {}

    /** The open bookings; none where the tenant keeps bookings off the Calls screen. */
    public Waiting waiting(long tenant) {
        Tenant company = tenants.get(tenant);
        if (!company.showBookingsOnCalls()) {
            return new Waiting(List.of(), 0);
        }
        List<QueueRow> rows = select(
                        ROW + " and b.status in ('New', 'Accepted') order by rank, b.created_on, b.id limit "
                                + MAX_LENGTH,
                        company)
                .query(CallQueue::row)
                .list();
        return new Waiting(marked(tenant, rows), rows.size() < MAX_LENGTH ? rows.size() : count(tenant));
    }

    private long count(long tenant) {
        return jdbc.sql("select count(*) from booking where tenant_id = :tenant and status in ('New', 'Accepted')")
                .param("tenant", tenant)
                .query(Long.class)
                .single();
    }

    /** These bookings as they are now, open or not; none where the tenant keeps bookings off the Calls screen. */
    List<QueueRow> rows(long tenant, Collection<Long> ids) {
        Tenant company = tenants.get(tenant);
        if (!company.showBookingsOnCalls()) {
            return List.of();
        }
        return marked(
                tenant,
                select(ROW + " and b.id = any(:ids) order by rank, b.created_on, b.id", company)
                        .param("ids", ids.toArray(Long[]::new))
                        .query(CallQueue::row)
                        .list());
    }

    private List<QueueRow> marked(long tenant, List<QueueRow> rows) {
        Set<Long> barred = matches.barred(
                tenant,
                rows.stream()
                        .filter(row -> row.status().open())
                        .map(QueueRow::id)
                        .toList());
        return rows.stream().map(row -> row.marked(barred.contains(row.id()))).toList();
    }

    private JdbcClient.StatementSpec select(String sql, Tenant company) {
        ZoneId zone = company.timeZone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return jdbc.sql(sql)
                .param("tenant", company.id())
                .param("today", today.atStartOfDay(zone).toInstant())
                .param("tomorrow", today.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** City and state as far as they are known; null where neither is. */
    private static @Nullable String place(@Nullable String city, @Nullable String state) {
        String place = Stream.of(city, state)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        return place.isEmpty() ? null : place;
    }

    private static QueueRow row(ResultSet row, int number) throws SQLException {
        String priority = row.getString("priority");
        return new QueueRow(
                row.getLong("id"),
                row.getString("name"),
                row.getString("source"),
                row.getString("tag_name"),
                place(row.getString("city"), row.getString("state")),
                row.getString("summary"),
                priority == null ? null : Priority.valueOf(priority),
                Rows.instantOrNull(row, "start"),
                BookingStatus.valueOf(row.getString("status")),
                Rows.longOrNull(row, "claimed_by"),
                row.getString("claimed_by_name"),
                row.getInt("rank"),
                false,
                row.getInt("version"),
                Rows.instant(row, "created_on"));
    }
}

package org.callboard.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.callboard.access.Tenant;
import org.callboard.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the rows of the queue: what is urgent first, then what is for today, then what came first. */
@Repository
class CallQueueStore {

    private static final String ROW = """
            select 'Booking' as kind, b.id, b.name, b.source, p.tag_name as provider, left(b.summary, 140) as summary, b.priority,
                b.street, b.unit, b.city, b.state, b.zip, b.country, b.start, b.status, b.claimed_by,
                e.name as claimed_by_name, false as do_not_service, false as outside, b.version, b.created_on,
                case when b.priority = 'Urgent' then 0
                    when b.start >= :today and b.start < :tomorrow then 1
                    else 2 end as rank
            from booking b
            join booking_provider_tag p on p.tenant_id = b.tenant_id and p.id = b.booking_provider_id
            left join employee e on e.tenant_id = b.tenant_id and e.id = b.claimed_by
            where b.tenant_id = :tenant
            """;

    private static final String ORDER = " order by rank, b.created_on, b.id";

    private static final RecordMapper<QueueRow> ROWS = RecordMapper.of(QueueRow.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    CallQueueStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<QueueRow> open(Tenant company, int most) {
        return select(ROW + " and b.status in ('New', 'Accepted')" + ORDER + " limit " + most, company)
                .query(ROWS.rows())
                .list();
    }

    List<QueueRow> these(Tenant company, Collection<Long> bookings) {
        return select(ROW + " and b.id = any(:bookings)" + ORDER, company)
                .param("bookings", bookings.toArray(Long[]::new))
                .query(ROWS.rows())
                .list();
    }

    long count(long tenant) {
        return jdbc.sql("select count(*) from booking where tenant_id = :tenant and status in ('New', 'Accepted')")
                .param("tenant", tenant)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec select(String sql, Tenant company) {
        ZoneId zone = company.timeZone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return jdbc.sql(sql)
                .param("tenant", company.id())
                .param("today", today.atStartOfDay(zone).toInstant())
                .param("tomorrow", today.plusDays(1).atStartOfDay(zone).toInstant());
    }
}

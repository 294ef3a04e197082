package org.callboard.queue;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.callboard.access.Tenant;
import org.callboard.database.RecordMapper;
import org.callboard.queue.InquiryKey.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the rows of the queue: who is on the line and has nobody, what is urgent, what is for today, what came first, and
 * who is called back later.
 */
@Repository
class CallQueueStore {

    private static final String BOOKINGS = """
            select 'Booking' as kind, b.id, b.name, b.source, p.tag_name as provider, left(b.summary, 140) as summary,
                b.priority, b.street, b.unit, b.city, b.state, b.zip, b.country, b.start,
                b.status in ('New', 'Accepted') as open, b.claimed_by, e.name as claimed_by_name,
                case when b.priority = 'Urgent' then 0
                    when b.start >= :today and b.start < :tomorrow then 1
                    else 2 end as rank,
                null::boolean as withheld, null as call_state, null as number, 0 as missed, 0 as tries, null as last_try,
                null::timestamptz as due_on, false as do_not_service, false as outside, b.version, b.created_on
            from booking b
            join booking_provider_tag p on p.tenant_id = b.tenant_id and p.id = b.booking_provider_id
            left join employee e on e.tenant_id = b.tenant_id and e.id = b.claimed_by
            where b.tenant_id = :tenant and :bookingsShown
            """;

    private static final String CALLS = """
            select 'Call', c.id, coalesce(c.caller_name, case when c.number is null and not c.withheld then
                    case c.direction when 'Inbound' then c.told_from else c.told_to end end, ''),
                coalesce(o.label, 'Telephone'), coalesce(o.label, 'Telephone'), '',
                null, null, null, null, null, null, null, null,
                c.desk = 'Open', c.claimed_by, e.name,
                case when c.state in ('Ringing', 'Answered') and c.claimed_by is null then -1 else 2 end,
                c.withheld, c.state, c.number, 0, 0, null, null, false, false, c.version, c.received_on
            from call c
            left join own_number o on o.tenant_id = c.tenant_id and o.id = c.own_number_id
            left join employee e on e.tenant_id = c.tenant_id and e.id = c.claimed_by
            where c.tenant_id = :tenant
            """;

    private static final String CALL_BACKS = """
            select 'CallBack', k.id, coalesce(c.caller_name, ''),
                coalesce(o.label, 'Telephone'), coalesce(o.label, 'Telephone'), '',
                null, null, null, null, null, null, null, null,
                k.status = 'Open', k.claimed_by, e.name, case when k.due_on > :now then 3 else 2 end,
                false, null, k.number, k.missed_count, k.tries, (
                    select t.outcome from call_back_try t
                    where t.tenant_id = k.tenant_id and t.call_back_id = k.id order by t.id desc limit 1),
                k.due_on, false, false, k.version, k.first_missed_on
            from call_back k
            join call c on c.tenant_id = k.tenant_id and c.id = k.last_call_id
            left join own_number o on o.tenant_id = c.tenant_id and o.id = c.own_number_id
            left join employee e on e.tenant_id = k.tenant_id and e.id = k.claimed_by
            where k.tenant_id = :tenant
            """;

    private static final String ORDER = " order by rank, created_on, id, kind";

    private static final String OPEN = BOOKINGS + " and b.status in ('New', 'Accepted') union all " + CALLS
            + " and c.desk = 'Open' union all " + CALL_BACKS + " and k.status = 'Open'" + ORDER + " limit :most";

    private static final String THESE = BOOKINGS + " and b.id = any(:bookings) union all " + CALLS
            + " and c.id = any(:calls) union all " + CALL_BACKS + " and k.id = any(:callBacks)" + ORDER;

    private static final RecordMapper<QueueRow> ROWS = RecordMapper.of(QueueRow.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    CallQueueStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<QueueRow> open(Tenant company, int most) {
        return select(OPEN, company).param("most", most).query(ROWS.rows()).list();
    }

    List<QueueRow> these(Tenant company, Collection<InquiryKey> keys) {
        return select(THESE, company)
                .param("bookings", ids(Kind.Booking, keys))
                .param("calls", ids(Kind.Call, keys))
                .param("callBacks", ids(Kind.CallBack, keys))
                .query(ROWS.rows())
                .list();
    }

    private static Long[] ids(Kind kind, Collection<InquiryKey> keys) {
        return keys.stream()
                .filter(key -> key.kind() == kind)
                .map(InquiryKey::id)
                .toArray(Long[]::new);
    }

    long count(Tenant company) {
        return jdbc.sql("""
                select (
                        select count(*) from booking
                        where tenant_id = :tenant and status in ('New', 'Accepted') and :bookingsShown)
                    + (select count(*) from call where tenant_id = :tenant and desk = 'Open')
                    + (select count(*) from call_back where tenant_id = :tenant and status = 'Open')
                """)
                .param("tenant", company.id())
                .param("bookingsShown", company.showBookingsOnCalls())
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec select(String sql, Tenant company) {
        Instant now = clock.instant();
        return jdbc.sql(sql)
                .param("tenant", company.id())
                .param("bookingsShown", company.showBookingsOnCalls())
                .param("now", now)
                .param("today", company.startOfDay(now, 0))
                .param("tomorrow", company.startOfDay(now, 1));
    }
}

package org.callboard.queue;

import java.util.List;
import org.callboard.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what became of inquiries lately. */
@Repository
class ClosedInquiryStore {

    private static final RecordMapper<ClosedInquiries.Closed> CLOSED = RecordMapper.of(ClosedInquiries.Closed.class);

    private final JdbcClient jdbc;

    ClosedInquiryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The latest, newest first; of each kind its index gives them in this order. A call that was dismissed with its call-back
     * stands there as that one, unless somebody took it since and dismissed it by itself.
     */
    List<ClosedInquiries.Closed> latest(long tenant, int most) {
        return jdbc.sql("""
                select closed.*, r.name as reason, e.name as closed_by_name
                from (
                    (select 'Booking' as kind, id, name, null as number, false as withheld, status as outcome, job_id,
                        dismissing_reason_id as reason_id, closed_by, closed_on
                    from booking
                    where tenant_id = :tenant and closed_on is not null
                    order by closed_on desc limit :most)
                    union all
                    (select 'Call', id, coalesce(caller_name, ''), number, withheld, desk, (
                            select max(j.id) from job j
                            where j.tenant_id = call.tenant_id and j.call_id = call.id and j.active),
                        reason_id, closed_by, closed_on
                    from call
                    where tenant_id = :tenant and closed_on is not null and desk <> 'Joined'
                        and (desk <> 'Dismissed' or call_back_id is null or answered_by_desk_on is not null or not exists (
                            select from call_back k
                            where k.tenant_id = call.tenant_id and k.id = call.call_back_id and k.status = 'Dismissed'))
                    order by closed_on desc limit :most)
                    union all
                    (select 'CallBack', id, '', number, false, status, null, reason_id, closed_by, closed_on
                    from call_back
                    where tenant_id = :tenant and closed_on is not null and status <> 'Reached'
                    order by closed_on desc limit :most)
                ) closed
                left join call_reason r on r.tenant_id = :tenant and r.id = closed.reason_id
                left join employee e on e.tenant_id = :tenant and e.id = closed.closed_by
                order by closed.closed_on desc limit :most
                """)
                .param("tenant", tenant)
                .param("most", most)
                .query(CLOSED.rows())
                .list();
    }
}

package org.callboard.queue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.callboard.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads calls that are on the line, and the job that a caller most likely means. */
@Repository
class RingingCallStore {

    private static final RecordMapper<RingingCall> CALLS = RecordMapper.of(RingingCall.class);
    private static final RecordMapper<Ring.Job> JOBS = RecordMapper.of(Ring.Job.class);

    private static final String SELECT = """
            select c.id, c.version, c.direction, c.state, c.active and c.desk = 'Open' as open, c.claimed_by,
                e.name as claimed_by_name, c.agent_name, c.number, c.withheld,
                coalesce(c.caller_name, case when c.number is null and not c.withheld then c.told_from end) as told,
                c.own_number_id, o.label as line, m.name as campaign, c.received_on
            from call c
            left join employee e on e.tenant_id = c.tenant_id and e.id = c.claimed_by
            left join own_number o on o.tenant_id = c.tenant_id and o.id = c.own_number_id
            left join campaign m on m.tenant_id = c.tenant_id and m.id = c.campaign_id
            where c.tenant_id = :tenant
            """;

    private final JdbcClient jdbc;

    RingingCallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of which no end was told, the oldest first. */
    List<RingingCall> live(long tenant) {
        return jdbc.sql(SELECT + " and c.active and c.state in ('Ringing', 'Answered') order by c.received_on, c.id")
                .param("tenant", tenant)
                .query(CALLS.rows())
                .list();
    }

    /** These, however they are, also those that are out of use by now. */
    List<RingingCall> these(long tenant, Collection<Long> ids) {
        return jdbc.sql(SELECT + " and c.id = any(:ids) order by c.received_on, c.id")
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .query(CALLS.rows())
                .list();
    }

    /** The open job of these customers that is under way, or else whose next visit is the first from then on. */
    Optional<Ring.Job> openJob(long tenant, Collection<Long> customers, Instant from) {
        return jdbc.sql("""
                select j.id, j.number, t.name as job_type, a.start_on,
                    (a.status in ('Dispatched', 'Working')) is true as under_way,
                    (
                        select string_agg(w.name, ', ' order by x.id)
                        from appointment_assignment x
                        join technician w on w.tenant_id = x.tenant_id and w.id = x.technician_id
                        where x.tenant_id = :tenant and x.appointment_id = a.id and x.active
                    ) as technicians
                from job j
                join job_type t on t.tenant_id = j.tenant_id and t.id = j.job_type_id
                left join lateral (
                    select * from appointment v
                    where v.tenant_id = :tenant and v.job_id = j.id and v.active and v.status not in ('Done', 'Canceled')
                        and (v.status in ('Dispatched', 'Working') or v.start_on >= :from)
                    order by v.status in ('Dispatched', 'Working') desc, v.start_on, v.id
                    limit 1
                ) a on true
                where j.tenant_id = :tenant and j.customer_id = any(:customers) and j.active
                    and j.status not in ('Completed', 'Canceled')
                order by under_way desc, a.start_on, j.id desc limit 1
                """)
                .param("tenant", tenant)
                .param("customers", customers.toArray(Long[]::new))
                .param("from", from)
                .query(JOBS.rows())
                .optional();
    }
}

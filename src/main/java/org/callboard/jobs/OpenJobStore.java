package org.callboard.jobs;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.callboard.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the jobs of customers that are not done, those they most likely ask about first. */
@Repository
class OpenJobStore {

    private static final RecordMapper<OpenJob> JOBS = RecordMapper.of(OpenJob.class);

    /**
     * Which visit of a job, and which job of a customer, is meant: what is under way, what comes next from today on, what is
     * overdue, the latest first, what is on hold.
     */
    private static final String FIRST = """
            case when a.status in ('Dispatched', 'Working') then 1 when a.status = 'Hold' then 4
                when a.start_on >= :today then 2 else 3 end,
            case when a.start_on >= :today then a.start_on end, a.start_on desc, a.id""";

    private final JdbcClient jdbc;

    OpenJobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OpenJob> of(long tenant, Collection<Long> customers, Instant today, int most) {
        return jdbc.sql("""
                select j.id, j.number, j.status, t.name as job_type, c.name as customer_name,
                    l.street, l.unit, l.city, l.state, l.zip, l.country,
                    a.start_on, a.arrival_window_start as window_start, a.arrival_window_end as window_end,
                    a.status as visit_status,
                    (
                        select string_agg(w.name, ', ' order by x.id)
                        from appointment_assignment x
                        join technician w on w.tenant_id = x.tenant_id and w.id = x.technician_id
                        where x.tenant_id = :tenant and x.appointment_id = a.id and x.active
                    ) as technicians
                from job j
                join job_type t on t.tenant_id = :tenant and t.id = j.job_type_id
                join customer c on c.tenant_id = :tenant and c.id = j.customer_id
                join location l on l.tenant_id = :tenant and l.id = j.location_id
                left join lateral (
                    select * from appointment a
                    where a.tenant_id = :tenant and a.job_id = j.id and a.active and a.status not in ('Done', 'Canceled')
                    order by FIRST limit 1
                ) a on true
                where j.tenant_id = :tenant and j.customer_id = any(:customers) and j.active
                    and j.status not in ('Completed', 'Canceled')
                order by a.id is null, FIRST, j.id desc limit :most
                """.replace("FIRST", FIRST))
                .param("tenant", tenant)
                .param("customers", customers.toArray(Long[]::new))
                .param("today", today)
                .param("most", most)
                .query(JOBS.rows())
                .list();
    }
}

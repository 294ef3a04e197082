package org.callboard.web.calls;

import java.util.List;
import org.callboard.database.RecordMapper;
import org.callboard.web.calls.CallerContext.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the work for a customer, and what is to be kept in mind, as somebody on the telephone asks about it. */
@Repository
class CallerStore {

    private static final RecordMapper<Visit> VISITS = RecordMapper.of(Visit.class);

    /** Nobody reads more while they talk. */
    private static final int MAX_JOBS = 10;

    private static final int MAX_NOTES = 3;

    private final JdbcClient jdbc;

    CallerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A customer's open jobs, those under way first, then by their next visit; behind them the one completed last. */
    List<Visit> work(long tenant, long customer) {
        return jdbc.sql("""
                with work as (
                    (
                        select * from job
                        where tenant_id = :tenant and customer_id = :customer and active
                            and status not in ('Completed', 'Canceled')
                        order by id desc limit :most
                    )
                    union all
                    (
                        select * from job
                        where tenant_id = :tenant and customer_id = :customer and active and status = 'Completed'
                            and completed_on is not null
                        order by completed_on desc, id desc limit 1
                    )
                )
                select j.id, j.number, j.status, t.name as job_type, l.street, l.unit, l.city, l.state, l.zip, l.country,
                    a.start_on, a.arrival_window_start as window_start, a.arrival_window_end as window_end,
                    a.status as visit_status,
                    (
                        select string_agg(w.name, ', ' order by x.id)
                        from appointment_assignment x
                        join technician w on w.tenant_id = x.tenant_id and w.id = x.technician_id
                        where x.tenant_id = :tenant and x.appointment_id = a.id and x.active
                    ) as technicians,
                    j.completed_on
                from work j
                join job_type t on t.tenant_id = :tenant and t.id = j.job_type_id
                join location l on l.tenant_id = :tenant and l.id = j.location_id
                left join lateral (
                    select * from appointment v
                    where v.tenant_id = :tenant and v.job_id = j.id and v.active and v.status not in ('Done', 'Canceled')
                    order by v.status in ('Dispatched', 'Working') desc, v.status = 'Hold', v.start_on, v.id
                    limit 1
                ) a on true
                order by j.status = 'Completed', (a.status in ('Dispatched', 'Working')) is true desc,
                    (a.status = 'Hold') is not false, a.start_on, j.id
                """)
                .param("tenant", tenant)
                .param("customer", customer)
                .param("most", MAX_JOBS)
                .query(VISITS.rows())
                .list();
    }

    /** What is pinned to the customer and to the location, the newest first. */
    List<String> pinned(long tenant, long customer, @Nullable Long location) {
        return jdbc.sql("""
                select text from note
                where tenant_id = :tenant and is_pinned and (owner_kind = 'customer' and owner_id = :customer
                    or owner_kind = 'location' and owner_id = :location::bigint)
                order by id desc limit :most
                """)
                .param("tenant", tenant)
                .param("customer", customer)
                .param("location", location)
                .param("most", MAX_NOTES)
                .query(String.class)
                .list();
    }
}

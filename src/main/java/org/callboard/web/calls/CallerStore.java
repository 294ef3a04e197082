package org.callboard.web.calls;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.callboard.database.RecordMapper;
import org.callboard.web.calls.CallerContext.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the work for a customer, and what is to be kept in mind, as somebody on the telephone asks about it. */
@Repository
class CallerStore {

    /**
     * A job that is not done.
     *
     * @param startOn of its next visit; null where none is to come
     * @param technicians names, with commas between them; null for nobody
     */
    record OpenJob(
            long id,
            String number,
            String jobType,
            String customerName,
            @Nullable Instant startOn,
            @Nullable String technicians) {}

    private static final RecordMapper<OpenJob> OPEN_JOBS = RecordMapper.of(OpenJob.class);
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

    /** The open jobs of several customers, by their next visit. */
    List<OpenJob> openOf(long tenant, Collection<Long> customers) {
        return jdbc.sql("""
                select j.id, j.number, t.name as job_type, c.name as customer_name, a.start_on,
                    (
                        select string_agg(w.name, ', ' order by x.id)
                        from appointment_assignment x
                        join technician w on w.tenant_id = x.tenant_id and w.id = x.technician_id
                        where x.tenant_id = :tenant and x.appointment_id = a.id and x.active
                    ) as technicians
                from job j
                join job_type t on t.tenant_id = j.tenant_id and t.id = j.job_type_id
                join customer c on c.tenant_id = j.tenant_id and c.id = j.customer_id
                left join lateral (
                    select * from appointment v
                    where v.tenant_id = :tenant and v.job_id = j.id and v.active and v.status not in ('Done', 'Canceled')
                    order by v.status in ('Dispatched', 'Working') desc, v.status = 'Hold', v.start_on, v.id
                    limit 1
                ) a on true
                where j.tenant_id = :tenant and j.customer_id = any(:customers) and j.active
                    and j.status not in ('Completed', 'Canceled')
                order by a.start_on, j.id limit :most
                """)
                .param("tenant", tenant)
                .param("customers", customers.toArray(Long[]::new))
                .param("most", MAX_JOBS)
                .query(OPEN_JOBS.rows())
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

package org.callboard.web.calls;

import java.util.List;
import java.util.Optional;
import org.callboard.database.RecordMapper;
import org.callboard.web.calls.CallerContext.Done;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the last work for a customer, and what is to be kept in mind, as somebody on the telephone asks about it. */
@Repository
class CallerStore {

    private static final RecordMapper<Done> JOBS = RecordMapper.of(Done.class);

    private static final int MAX_NOTES = 3;

    private final JdbcClient jdbc;

    CallerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The job of a customer that was completed last. */
    Optional<Done> lastDone(long tenant, long customer) {
        return jdbc.sql("""
                select j.id, t.name as job_type, j.completed_on
                from job j
                join job_type t on t.tenant_id = :tenant and t.id = j.job_type_id
                where j.tenant_id = :tenant and j.customer_id = :customer and j.active and j.status = 'Completed'
                    and j.completed_on is not null
                order by j.completed_on desc, j.id desc limit 1
                """)
                .param("tenant", tenant)
                .param("customer", customer)
                .query(JOBS.rows())
                .optional();
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

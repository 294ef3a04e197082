package org.callboard.desk;

import java.time.Instant;
import java.util.List;
import org.callboard.bookings.BookingStatus;
import org.callboard.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was booked or dismissed lately, so that a mistake can be found and undone. */
@Repository
public class ClosedBookingStore {

    private static final int MAX = 50;

    /** One closed booking; {@code closedByName} is null where the provider dismissed it. */
    public record Closed(
            long id,
            String name,
            BookingStatus status,
            @Nullable Long jobId,
            @Nullable String reason,
            @Nullable String closedByName,
            Instant closedOn) {}

    private static final RecordMapper<Closed> CLOSED = RecordMapper.of(Closed.class);

    private final JdbcClient jdbc;

    ClosedBookingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest fifty, newest first. */
    public List<Closed> latest(long tenant) {
        return jdbc.sql("""
                select b.id, b.name, b.status, b.job_id, r.name as reason, e.name as closed_by_name, b.closed_on
                from booking b
                left join call_reason r on r.tenant_id = b.tenant_id and r.id = b.dismissing_reason_id
                left join employee e on e.tenant_id = b.tenant_id and e.id = b.closed_by
                where b.tenant_id = :tenant and b.closed_on is not null
                order by b.closed_on desc limit :most
                """)
                .param("tenant", tenant)
                .param("most", MAX)
                .query(CLOSED.rows())
                .list();
    }
}

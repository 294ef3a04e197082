package org.callboard.bookings;

import java.time.Instant;
import java.util.List;
import org.callboard.database.RecordMapper;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The inquiries that concern somebody on record, the latest first: those that became jobs of theirs, and those that came
 * from one of their numbers or e-mail addresses.
 */
@Repository
public class BookingListStore {

    /** One inquiry; {@code theirJob} tells whether its job is theirs, or only the number is the same. */
    public record Line(
            long id,
            BookingStatus status,
            String name,
            String source,
            String summary,
            @Nullable Long jobId,
            boolean theirJob,
            Instant createdOn) {}

    private static final RecordMapper<Line> LINES = RecordMapper.of(Line.class);

    private final JdbcClient jdbc;

    BookingListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Page<Line> ofCustomer(long tenant, long customer, Paging paging) {
        return page("customer", tenant, customer, paging);
    }

    public Page<Line> ofLocation(long tenant, long location, Paging paging) {
        return page("location", tenant, location, paging);
    }

    private Page<Line> page(String kind, long tenant, long of, Paging paging) {
        List<Line> lines = jdbc.sql("""
                with found as (
                    select booking_id as id, true as theirs from job
                    where tenant_id = :tenant and %s_id = :of and booking_id is not null
                    union all
                    select b.owner_id, false
                    from contact_point c
                    join contact_point b on b.tenant_id = :tenant and b.form = c.form
                        and (b.owner_kind = 'booking') is true -- served by the index of the forms alone
                        and (b.extension = c.extension or b.extension = '' or c.extension = '')
                    where c.tenant_id = :tenant and c.owner_kind = :kind and c.owner_id = :of and c.attaches
                )
                select booking.*, found.theirs as their_job
                from (select id, bool_or(theirs) as theirs from found group by id) found
                join booking on booking.tenant_id = :tenant and booking.id = found.id
                order by booking.created_on desc, booking.id desc
                limit :limit offset :offset
                """.formatted(kind))
                .param("tenant", tenant)
                .param("kind", kind)
                .param("of", of)
                .param("limit", paging.limit())
                .param("offset", paging.offset())
                .query(LINES.rows())
                .list();
        return Page.of(paging, lines, null);
    }
}

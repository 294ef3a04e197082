package org.callboard.jobs;

import java.time.Instant;
import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.database.RecordMapper;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Jobs as people look through them: with names instead of ids, and with their invoices; open ones first, then the latest. */
@Repository
public class JobListStore {

    /** One job; {@code start} is its first appointment's. */
    public record Line(
            long id,
            JobStatus status,
            @Nullable Instant start,
            @Nullable Instant completedOn,
            String jobType,
            String businessUnit,
            @Nullable String summary,
            long customerId,
            String customerName,
            long locationId,
            Address address,
            @Nullable Long bookingId,
            List<Long> invoiceIds) {

        /** The status in words. */
        public String statusWords() {
            return status.words();
        }
    }

    private static final RecordMapper<Line> LINES = RecordMapper.of(Line.class);

    private final JdbcClient jdbc;

    JobListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The jobs that a customer pays or paid for. */
    public Page<Line> ofCustomer(long tenant, long customer, Paging paging) {
        return page("j.customer_id = :of", tenant, customer, paging);
    }

    /** The jobs done at a location, whoever paid. */
    public Page<Line> ofLocation(long tenant, long location, Paging paging) {
        return page("j.location_id = :of", tenant, location, paging);
    }

    private Page<Line> page(String condition, long tenant, long of, Paging paging) {
        List<Line> lines = jdbc.sql("""
                select j.*, t.name as job_type, u.name as business_unit, c.name as customer_name,
                    l.street, l.unit, l.city, l.state, l.zip, l.country,
                    (select min(start_on) from appointment a where a.tenant_id = j.tenant_id and a.job_id = j.id and a.active)
                        as start,
                    array(select i.id from invoice i where i.tenant_id = j.tenant_id and i.job_id = j.id order by i.id)
                        as invoice_ids
                from job j
                join job_type t on t.tenant_id = j.tenant_id and t.id = j.job_type_id
                join business_unit u on u.tenant_id = j.tenant_id and u.id = j.business_unit_id
                join customer c on c.tenant_id = j.tenant_id and c.id = j.customer_id
                join location l on l.tenant_id = j.tenant_id and l.id = j.location_id
                where j.tenant_id = :tenant and j.active and CONDITION
                order by (j.status in ('Completed', 'Canceled')), j.created_on desc, j.id desc
                limit :limit offset :offset
                """.replace("CONDITION", condition))
                .param("tenant", tenant)
                .param("of", of)
                .param("limit", paging.limit())
                .param("offset", paging.offset())
                .query(LINES.rows())
                .list();
        return Page.of(paging, lines, null);
    }
}

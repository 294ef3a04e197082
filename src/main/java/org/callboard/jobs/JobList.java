package org.callboard.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.database.Rows;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Jobs as people look through them: with names instead of ids, and with their invoices; the latest first. */
@Service
public class JobList {

    /** One job; {@code start} is its first appointment's. */
    public record Line(
            long id,
            String status,
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
            return status.equals("InProgress") ? "In progress" : status;
        }
    }

    private final JdbcClient jdbc;

    JobList(JdbcClient jdbc) {
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
                select j.*, t.name as type_name, u.name as unit_name, c.name as customer_name,
                    l.street, l.unit, l.city, l.state, l.zip, l.country,
                    (select min(start_on) from appointment a where a.tenant_id = j.tenant_id and a.job_id = j.id)
                        as start_on,
                    array(select i.id from invoice i where i.tenant_id = j.tenant_id and i.job_id = j.id order by i.id)
                        as invoice_ids
                from job j
                join job_type t on t.tenant_id = j.tenant_id and t.id = j.job_type_id
                join business_unit u on u.tenant_id = j.tenant_id and u.id = j.business_unit_id
                join customer c on c.tenant_id = j.tenant_id and c.id = j.customer_id
                join location l on l.tenant_id = j.tenant_id and l.id = j.location_id
                where j.tenant_id = :tenant and CONDITION
                order by j.created_on desc, j.id desc
                limit :limit offset :offset
                """.replace("CONDITION", condition))
                .param("tenant", tenant)
                .param("of", of)
                .param("limit", paging.limit())
                .param("offset", paging.offset())
                .query(JobList::line)
                .list();
        return Page.of(paging, lines, null);
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getString("status"),
                Rows.instantOrNull(row, "start_on"),
                Rows.instantOrNull(row, "completed_on"),
                row.getString("type_name"),
                row.getString("unit_name"),
                row.getString("summary"),
                row.getLong("customer_id"),
                row.getString("customer_name"),
                row.getLong("location_id"),
                Objects.requireNonNull(Address.read(row)),
                Rows.longOrNull(row, "booking_id"),
                List.of((Long[]) row.getArray("invoice_ids").getArray()));
    }
}

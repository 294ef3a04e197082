package org.callboard.jobapi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.database.Rows;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads invoices together with the names and addresses that stand on them. */
@Repository
class InvoiceStore {

    record Invoice(
            long id,
            long jobId,
            String jobNumber,
            @Nullable String jobTypeName,
            long customerId,
            @Nullable String customerName,
            Address customerAddress,
            long locationId,
            @Nullable String locationName,
            Address locationAddress,
            long businessUnitId,
            @Nullable String businessUnitName,
            @Nullable String summary,
            boolean active,
            Instant createdOn,
            Instant modifiedOn) {}

    private static final String INVOICE = """
            select * from (
                select i.tenant_id, i.id, i.job_id, i.customer_id, i.location_id, i.active, i.created_on, i.modified_on,
                    c.name as customer_name, l.name as location_name, u.name as unit_name, t.name as type_name,
                    j.number as job_number, j.business_unit_id, j.summary,
                    c.street as c_street, c.unit as c_unit, c.city as c_city, c.state as c_state, c.zip as c_zip,
                    c.country as c_country, l.street, l.unit, l.city, l.state, l.zip, l.country
                from invoice i
                join job j on j.tenant_id = i.tenant_id and j.id = i.job_id
                join business_unit u on u.tenant_id = i.tenant_id and u.id = j.business_unit_id
                join job_type t on t.tenant_id = i.tenant_id and t.id = j.job_type_id
                join customer c on c.tenant_id = i.tenant_id and c.id = i.customer_id
                join location l on l.tenant_id = i.tenant_id and l.id = i.location_id
            ) invoice
            """;

    private final JdbcClient jdbc;

    InvoiceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Invoice> page(Where where, Paging paging) {
        return where.page(jdbc, INVOICE, "invoice", paging, InvoiceStore::invoice);
    }

    private static Invoice invoice(ResultSet row, int number) throws SQLException {
        return new Invoice(
                row.getLong("id"),
                row.getLong("job_id"),
                row.getString("job_number"),
                row.getString("type_name"),
                row.getLong("customer_id"),
                row.getString("customer_name"),
                new Address(
                        row.getString("c_street"),
                        row.getString("c_unit"),
                        row.getString("c_city"),
                        row.getString("c_state"),
                        row.getString("c_zip"),
                        row.getString("c_country")),
                row.getLong("location_id"),
                row.getString("location_name"),
                Objects.requireNonNull(Address.read(row)),
                row.getLong("business_unit_id"),
                row.getString("unit_name"),
                row.getString("summary"),
                row.getBoolean("active"),
                Rows.instant(row, "created_on"),
                Rows.instant(row, "modified_on"));
    }
}

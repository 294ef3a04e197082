package org.callboard.jobs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.platform.ListQuery;
import org.callboard.platform.Page;
import org.callboard.platform.PageQuery;
import org.callboard.platform.Rows;
import org.callboard.platform.Where;
import org.callboard.tenants.ApiAccess;
import org.callboard.tenants.Scope;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Invoices as far as booking makes them: who pays, where the work is done, no amounts yet. Money travels as text. */
@RestController
@RequestMapping("/accounting/v2/tenant/{tenant}/invoices")
@Tag(name = "Invoices")
class InvoicesController {

    private static final String INVOICE = """
            select * from (
                select i.tenant_id, i.id, i.job_id, i.customer_id, i.location_id, i.created_on, i.modified_on,
                    c.name as customer_name, u.name as unit_name, t.name as type_name, j.business_unit_id, j.summary,
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

    record Filter(
            @Nullable Long jobId,
            @Nullable Long jobNumber,
            @Nullable Long customerId) {}

    record Named(long id, @Nullable String name) {}

    record InvoiceJob(
            long id, @Nullable String number, @Nullable String type) {}

    record InvoiceResponse(
            long id,
            @Nullable String syncStatus,
            @Nullable String summary,
            @Nullable String referenceNumber,
            @Nullable Instant invoiceDate,
            @Nullable Instant dueDate,
            String subTotal,
            String salesTax,
            String total,
            String balance,
            @Nullable Named salesTaxCode,
            Named customer,
            Address customerAddress,
            Address locationAddress,
            Named businessUnit,
            @Nullable String termName,
            @Nullable String createdBy,
            @Nullable Named batch,
            Instant modifiedOn,
            @Nullable Long adjustmentToId,
            InvoiceJob job,
            @Nullable Long projectId,
            @Nullable String royalty,
            @Nullable Named employeeInfo,
            @Nullable String commissionEligibilityDate,
            List<String> items,
            List<String> customFields) {

        static InvoiceResponse from(ResultSet row, int number) throws SQLException {
            long id = row.getLong("id");
            long job = row.getLong("job_id");
            Instant created = Rows.instant(row, "created_on");
            return new InvoiceResponse(
                    id,
                    "Pending",
                    row.getString("summary"),
                    Long.toString(id),
                    created,
                    created,
                    "0.00",
                    "0.00",
                    "0.00",
                    "0.00",
                    null,
                    new Named(row.getLong("customer_id"), row.getString("customer_name")),
                    new Address(
                            row.getString("c_street"),
                            row.getString("c_unit"),
                            row.getString("c_city"),
                            row.getString("c_state"),
                            row.getString("c_zip"),
                            row.getString("c_country")),
                    java.util.Objects.requireNonNull(Address.read(row)),
                    new Named(row.getLong("business_unit_id"), row.getString("unit_name")),
                    null,
                    null,
                    null,
                    Rows.instant(row, "modified_on"),
                    null,
                    new InvoiceJob(job, Long.toString(job), row.getString("type_name")),
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of());
        }
    }

    private final JdbcClient jdbc;

    InvoicesController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping
    @ApiAccess(Scope.JOBS_READ)
    @Operation(operationId = "Invoices_GetList", summary = "List invoices")
    Page<InvoiceResponse> list(
            @PathVariable long tenant,
            @ParameterObject PageQuery page,
            @ParameterObject ListQuery query,
            @ParameterObject Filter filter) {
        Where where = query.applyTo(Where.tenant(tenant))
                .andIf("job_id = :job", "job", filter.jobId)
                .andIf("job_id = :jobNumber", "jobNumber", filter.jobNumber)
                .andIf("customer_id = :customer", "customer", filter.customerId);
        return where.page(jdbc, INVOICE, "invoice", page.paging(), InvoiceResponse::from);
    }
}

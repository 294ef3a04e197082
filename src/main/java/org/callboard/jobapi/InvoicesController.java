package org.callboard.jobapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.addresses.Address;
import org.callboard.paging.ListQuery;
import org.callboard.paging.OrderQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Invoices as far as booking makes them: who pays, where the work is done, no amounts yet. Money travels as text. */
@RestController
@RequestMapping("/accounting/v2/tenant/{tenant}/invoices")
@Tag(name = "Invoices")
class InvoicesController {

    private static final String NOTHING = InvoiceFilter.AMOUNT.toPlainString();

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

        static InvoiceResponse from(InvoiceStore.Invoice invoice) {
            return new InvoiceResponse(
                    invoice.id(),
                    InvoiceFilter.Status.Pending.name(),
                    invoice.summary(),
                    Long.toString(invoice.id()),
                    invoice.createdOn(),
                    invoice.createdOn(),
                    NOTHING,
                    NOTHING,
                    NOTHING,
                    NOTHING,
                    null,
                    new Named(invoice.customerId(), invoice.customerName()),
                    invoice.customerAddress(),
                    invoice.locationAddress(),
                    new Named(invoice.businessUnitId(), invoice.businessUnitName()),
                    null,
                    null,
                    null,
                    invoice.modifiedOn(),
                    null,
                    new InvoiceJob(invoice.jobId(), Long.toString(invoice.jobId()), invoice.jobTypeName()),
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of());
        }
    }

    private final InvoiceStore store;

    InvoicesController(InvoiceStore store) {
        this.store = store;
    }

    @GetMapping
    @ApiAccess(Scope.JOBS_READ)
    @Operation(operationId = "Invoices_GetList", summary = "List invoices")
    Page<InvoiceResponse> list(
            @PathVariable long tenant,
            @ParameterObject PageQuery page,
            @ParameterObject ListQuery query,
            @ParameterObject InvoiceFilter filter,
            @ParameterObject OrderQuery order) {
        Where where = filter.applyTo(query.applyTo(Where.tenant(tenant)));
        if (query.sort() == null) {
            where.orderBy(order.sort());
        }
        return store.page(where, page.paging()).map(InvoiceResponse::from);
    }
}

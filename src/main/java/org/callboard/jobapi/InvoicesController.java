package org.callboard.jobapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.jobapi.InvoiceJson.InvoiceResponse;
import org.callboard.paging.ListQuery;
import org.callboard.paging.OrderQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.paging.Where;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Invoices as far as booking makes them. */
@RestController
@RequestMapping("/accounting/v2/tenant/{tenant}/invoices")
@Tag(name = "Invoices")
class InvoicesController {

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

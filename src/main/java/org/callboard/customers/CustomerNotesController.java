package org.callboard.customers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.customers.CustomerRequests.CreateCustomerNote;
import org.callboard.details.EditDetails;
import org.callboard.details.NoteResponse;
import org.callboard.details.Notes;
import org.callboard.details.RecordKind;
import org.callboard.paging.DateRange;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The notes of customers. */
@RestController
@RequestMapping("/crm/v2/tenant/{tenant}/customers/{id}/notes")
@Tag(name = "Customers")
class CustomerNotesController {

    private final Customers customers;
    private final Notes notes;
    private final EditDetails details;

    CustomerNotesController(Customers customers, Notes notes, EditDetails details) {
        this.customers = customers;
        this.notes = notes;
        this.details = details;
    }

    @GetMapping
    @ApiAccess(Scope.CUSTOMERS_READ)
    @Operation(operationId = "Customers_GetNotes", summary = "List the notes of a customer")
    Page<NoteResponse> list(
            @PathVariable long tenant,
            @PathVariable long id,
            @ParameterObject PageQuery page,
            @ParameterObject DateRange dates) {
        customers.get(tenant, id);
        return notes.list(RecordKind.Customer, tenant, id, dates, page.paging()).map(NoteResponse::from);
    }

    @PostMapping
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(operationId = "Customers_CreateNote", summary = "Write a note to a customer")
    NoteResponse add(@PathVariable long tenant, @PathVariable long id, @RequestBody CreateCustomerNote request) {
        return NoteResponse.from(details.addNote(
                RecordKind.Customer,
                tenant,
                id,
                request.text(),
                Boolean.TRUE.equals(request.pinToTop()),
                Boolean.TRUE.equals(request.addToLocations())));
    }

    @DeleteMapping("/{noteId}")
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(operationId = "Customers_DeleteNote", summary = "Remove a note of a customer")
    void delete(@PathVariable long tenant, @PathVariable long id, @PathVariable long noteId) {
        customers.get(tenant, id);
        notes.delete(RecordKind.Customer, tenant, id, noteId);
    }
}

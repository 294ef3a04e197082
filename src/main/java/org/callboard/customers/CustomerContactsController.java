package org.callboard.customers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.customers.CustomerJson.CustomersContactResponse;
import org.callboard.details.ContactEntries;
import org.callboard.details.ContactJson.ContactEntryResponse;
import org.callboard.details.ContactRequests.ContactPatch;
import org.callboard.details.ContactRequests.NewContact;
import org.callboard.details.EditDetails;
import org.callboard.details.RecordKind;
import org.callboard.http.AnswersConflict;
import org.callboard.http.Precondition;
import org.callboard.mergedids.MergedId;
import org.callboard.paging.DateRange;
import org.callboard.paging.Ids;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.Submission;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The contact entries of customers. Those of an inactive customer are out of reach: 409. */
@RestController
@RequestMapping("/crm/v2/tenant/{tenant}/customers")
@Tag(name = "Customers")
class CustomerContactsController {

    record Owners(@MergedId(RecordKind.Customer) @Nullable Ids customerIds) {}

    private final Customers customers;
    private final EditDetails details;
    private final ContactEntries entries;

    CustomerContactsController(Customers customers, EditDetails details, ContactEntries entries) {
        this.customers = customers;
        this.details = details;
        this.entries = entries;
    }

    @GetMapping("/contacts")
    @ApiAccess(Scope.CUSTOMERS_READ)
    @Operation(
            operationId = "Customers_GetModifiedContactsList",
            summary = "List the contacts of customers",
            description = "Needs customerIds, modifiedBefore or modifiedOnOrAfter.")
    Page<CustomersContactResponse> all(
            @PathVariable long tenant,
            @ParameterObject PageQuery page,
            @ParameterObject DateRange dates,
            @ParameterObject Owners owners) {
        String needed = "One of customerIds, modifiedBefore and modifiedOnOrAfter is required.";
        new FieldErrors()
                .addIf(owners.customerIds == null && !dates.namesModified(), "customerIds", needed)
                .throwIfAny();
        return entries.list(RecordKind.Customer, tenant, owners.customerIds, dates, page.paging())
                .map(CustomersContactResponse::from);
    }

    @GetMapping("/{id}/contacts")
    @ApiAccess(Scope.CUSTOMERS_READ)
    @Operation(operationId = "Customers_GetContactList", summary = "List the contacts of a customer")
    @AnswersConflict
    Page<ContactEntryResponse> list(
            @PathVariable long tenant,
            @MergedId(RecordKind.Customer) @PathVariable long id,
            @ParameterObject PageQuery page) {
        customers.getActive(tenant, id);
        return entries.of(RecordKind.Customer, tenant, id, page.paging()).map(ContactEntryResponse::from);
    }

    @PostMapping("/{id}/contacts")
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(operationId = "Customers_CreateContact", summary = "Add a contact to a customer")
    ResponseEntity<ContactEntryResponse> add(
            @PathVariable long tenant, @PathVariable long id, @RequestBody NewContact request) {
        return ContactEntryResponse.answer(
                details.addContact(RecordKind.Customer, tenant, id, request.type(), request.value(), request.memo()));
    }

    @PatchMapping("/{id}/contacts/{contactId}")
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(operationId = "Customers_UpdateContact", summary = "Change a contact of a customer")
    ResponseEntity<ContactEntryResponse> update(
            @PathVariable long tenant,
            @PathVariable long id,
            @PathVariable long contactId,
            @RequestBody Submission<ContactPatch> sent,
            Precondition precondition) {
        return ContactEntryResponse.answer(
                details.updateContact(RecordKind.Customer, tenant, id, contactId, sent, precondition));
    }

    @DeleteMapping("/{id}/contacts/{contactId}")
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(operationId = "Customers_DeleteContact", summary = "Remove a contact of a customer")
    void delete(
            @PathVariable long tenant, @PathVariable long id, @PathVariable long contactId, Precondition precondition) {
        details.removeContact(RecordKind.Customer, tenant, id, contactId, precondition);
    }
}

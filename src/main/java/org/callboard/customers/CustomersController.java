package org.callboard.customers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.access.Tenants;
import org.callboard.addresschecks.AddressProblems;
import org.callboard.customers.CustomerJson.CreatedCustomerResponse;
import org.callboard.customers.CustomerJson.CustomerResponse;
import org.callboard.customers.CustomerJson.CustomerTagsResponse;
import org.callboard.customers.CustomerRequests.CreateCustomerNote;
import org.callboard.customers.CustomerRequests.CreateCustomerRequest;
import org.callboard.customers.CustomerRequests.UpdateCustomerRequest;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.CustomFieldTypeResponse;
import org.callboard.details.EditDetails;
import org.callboard.details.NoteResponse;
import org.callboard.details.Notes;
import org.callboard.details.PlaceFilter;
import org.callboard.details.RecordKind;
import org.callboard.http.Precondition;
import org.callboard.matches.LikelyMatches;
import org.callboard.mergedids.MergedId;
import org.callboard.paging.DateRange;
import org.callboard.paging.DatedQuery;
import org.callboard.paging.ListQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.paging.Where;
import org.callboard.validation.Submission;
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

/** Customers themselves, their tags and notes. They are created with their locations. */
@RestController
@RequestMapping("/crm/v2/tenant/{tenant}/customers")
@Tag(name = "Customers")
class CustomersController {

    private final Customers customers;
    private final CreateCustomer creation;
    private final EditDetails details;
    private final Notes notes;
    private final CustomDataEntries customData;
    private final Tenants tenants;

    CustomersController(
            Customers customers,
            CreateCustomer creation,
            EditDetails details,
            Notes notes,
            CustomDataEntries customData,
            Tenants tenants) {
        this.customers = customers;
        this.creation = creation;
        this.notes = notes;
        this.details = details;
        this.customData = customData;
        this.tenants = tenants;
    }

    @GetMapping("/{id}")
    @ApiAccess(Scope.CUSTOMERS_READ)
    @Operation(operationId = "Customers_Get", summary = "Get a customer")
    ResponseEntity<CustomerResponse> get(
            @PathVariable long tenant, @MergedId(RecordKind.Customer) @PathVariable long id) {
        Customer customer = customers.get(tenant, id);
        return customer.tag().on(CustomerResponse.from(customer));
    }

    @PostMapping
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(
            operationId = "Customers_Create",
            summary = "Create a customer with its locations",
            description = LikelyMatches.DESCRIPTION + " " + AddressProblems.DESCRIPTION)
    ResponseEntity<CreatedCustomerResponse> create(
            @PathVariable long tenant,
            @RequestBody Submission<CreateCustomerRequest> sent,
            HttpServletResponse response) {
        CreateCustomer.Created created = creation.create(tenant, sent);
        LikelyMatches.announce(response, created.possibleDuplicates());
        created.addressProblems().announce(response);
        return created.customer().tag().on(CreatedCustomerResponse.from(created));
    }

    @PatchMapping("/{id}")
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(
            operationId = "Customers_Update",
            summary = "Change a customer",
            description = AddressProblems.DESCRIPTION)
    ResponseEntity<CustomerResponse> update(
            @PathVariable long tenant,
            @PathVariable long id,
            @RequestBody Submission<UpdateCustomerRequest> sent,
            Precondition precondition,
            HttpServletResponse response) {
        UpdateCustomerRequest request = sent.request();
        Customer customer = customers.update(
                tenant,
                id,
                request::applyTo,
                new Records.Change(request.active(), request.customData(), precondition, sent.noted()));
        new AddressProblems()
                .add("address", customers.addressProblems(tenant, customer))
                .announce(response);
        return customer.tag().on(CustomerResponse.from(customer));
    }

    @GetMapping
    @ApiAccess(Scope.CUSTOMERS_READ)
    @Operation(operationId = "Customers_GetList", summary = "List customers")
    Page<CustomerResponse> list(
            @PathVariable long tenant,
            @ParameterObject PageQuery page,
            @ParameterObject @MergedId(RecordKind.Customer) ListQuery query,
            @ParameterObject PlaceFilter place,
            @ParameterObject CustomerFilter filter) {
        Where where = Where.tenant(tenant);
        if (filter.phone() != null) {
            filter.applyTo(where, tenants.get(tenant).region());
        }
        return customers.list(tenant, query, place, where, page.paging()).map(CustomerResponse::from);
    }

    @PostMapping("/{id}/tags/{tagTypeId}")
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(operationId = "Customers_CreateTag", summary = "Add a tag to a customer")
    CustomerTagsResponse addTag(@PathVariable long tenant, @PathVariable long id, @PathVariable long tagTypeId) {
        return CustomerTagsResponse.from(details.addTag(RecordKind.Customer, tenant, id, tagTypeId));
    }

    @DeleteMapping("/{id}/tags/{tagTypeId}")
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(operationId = "Customers_DeleteTag", summary = "Remove a tag of a customer")
    void deleteTag(@PathVariable long tenant, @PathVariable long id, @PathVariable long tagTypeId) {
        details.removeTag(RecordKind.Customer, tenant, id, tagTypeId);
    }

    @GetMapping("/custom-fields")
    @ApiAccess(Scope.CUSTOMERS_READ)
    @Operation(operationId = "Customers_GetCustomFieldTypes", summary = "List the custom fields of customers")
    Page<CustomFieldTypeResponse> customFields(
            @PathVariable long tenant, @ParameterObject PageQuery page, @ParameterObject DatedQuery query) {
        return customData
                .fieldTypes(RecordKind.Customer, tenant, query, page.paging())
                .map(CustomFieldTypeResponse::from);
    }

    @GetMapping("/{id}/notes")
    @ApiAccess(Scope.CUSTOMERS_READ)
    @Operation(operationId = "Customers_GetNotes", summary = "List the notes of a customer")
    Page<NoteResponse> notes(
            @PathVariable long tenant,
            @MergedId(RecordKind.Customer) @PathVariable long id,
            @ParameterObject PageQuery page,
            @ParameterObject DateRange dates) {
        customers.get(tenant, id);
        return notes.list(RecordKind.Customer, tenant, id, dates, page.paging()).map(NoteResponse::from);
    }

    @PostMapping("/{id}/notes")
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(operationId = "Customers_CreateNote", summary = "Write a note to a customer")
    NoteResponse addNote(@PathVariable long tenant, @PathVariable long id, @RequestBody CreateCustomerNote request) {
        return NoteResponse.from(details.addNote(
                RecordKind.Customer,
                tenant,
                id,
                request.text(),
                Boolean.TRUE.equals(request.pinToTop()),
                Boolean.TRUE.equals(request.addToLocations())));
    }

    @DeleteMapping("/{id}/notes/{noteId}")
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(operationId = "Customers_DeleteNote", summary = "Remove a note of a customer")
    void deleteNote(@PathVariable long tenant, @PathVariable long id, @PathVariable long noteId) {
        customers.get(tenant, id);
        notes.delete(RecordKind.Customer, tenant, id, noteId);
    }
}

package org.callboard.customers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.access.Tenants;
import org.callboard.customers.CustomerJson.CustomerResponse;
import org.callboard.customers.CustomerJson.CustomerTagsResponse;
import org.callboard.customers.CustomerRequests.UpdateCustomerRequest;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.CustomFieldTypeResponse;
import org.callboard.details.EditDetails;
import org.callboard.details.PlaceFilter;
import org.callboard.details.RecordKind;
import org.callboard.http.Precondition;
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

/** Customers themselves and their tags. They are created with their locations, and so by the locations' module. */
@RestController
@RequestMapping("/crm/v2/tenant/{tenant}/customers")
@Tag(name = "Customers")
class CustomersController {

    private final Customers customers;
    private final EditDetails details;
    private final CustomDataEntries attached;
    private final Tenants tenants;

    CustomersController(Customers customers, EditDetails details, CustomDataEntries attached, Tenants tenants) {
        this.customers = customers;
        this.details = details;
        this.attached = attached;
        this.tenants = tenants;
    }

    @GetMapping("/{id}")
    @ApiAccess(Scope.CUSTOMERS_READ)
    @Operation(operationId = "Customers_Get", summary = "Get a customer")
    ResponseEntity<CustomerResponse> get(@PathVariable long tenant, @PathVariable long id) {
        Customer customer = customers.get(tenant, id);
        return customer.tag().on(CustomerResponse.from(customer));
    }

    @PatchMapping("/{id}")
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(operationId = "Customers_Update", summary = "Change a customer")
    ResponseEntity<CustomerResponse> update(
            @PathVariable long tenant,
            @PathVariable long id,
            @RequestBody Submission<UpdateCustomerRequest> sent,
            Precondition precondition) {
        UpdateCustomerRequest request = sent.request();
        Customer customer = customers.update(
                tenant,
                id,
                request::applyTo,
                new Records.Change(request.active(), request.attached(), precondition, sent.noted()));
        return customer.tag().on(CustomerResponse.from(customer));
    }

    @GetMapping
    @ApiAccess(Scope.CUSTOMERS_READ)
    @Operation(operationId = "Customers_GetList", summary = "List customers")
    Page<CustomerResponse> list(
            @PathVariable long tenant,
            @ParameterObject PageQuery page,
            @ParameterObject ListQuery query,
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
        return attached.fieldTypes(RecordKind.Customer, tenant, query, page.paging())
                .map(CustomFieldTypeResponse::from);
    }
}

package org.callboard.contacts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.contactpoints.ContactType;
import org.callboard.contacts.ContactJson.ContactMethodResponse;
import org.callboard.contacts.ContactRequests.CreateContactMethodRequest;
import org.callboard.contacts.ContactRequests.UpdateContactMethodRequest;
import org.callboard.contacts.ContactRequests.UpsertContactMethodRequest;
import org.callboard.http.Precondition;
import org.callboard.paging.DatedQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.validation.Submission;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The phone numbers and e-mail addresses of one person. */
@RestController
@RequestMapping("/crm/v2/tenant/{tenant}/contacts/{contactId}/contact-methods")
@Tag(name = "ContactMethods")
class ContactMethodsController {

    record Filter(
            @Nullable String referenceId,
            @Nullable ContactType type,
            @Nullable String value) {}

    private final Contacts contacts;
    private final ContactMethods methods;

    ContactMethodsController(Contacts contacts, ContactMethods methods) {
        this.contacts = contacts;
        this.methods = methods;
    }

    @GetMapping
    @ApiAccess(Scope.CUSTOMERS_READ)
    @Operation(operationId = "ContactMethods_GetContactMethods", summary = "List the methods of a contact")
    Page<ContactMethodResponse> list(
            @PathVariable long tenant,
            @PathVariable UUID contactId,
            @ParameterObject PageQuery page,
            @ParameterObject DatedQuery query,
            @ParameterObject Filter filter) {
        contacts.get(tenant, contactId);
        return methods.list(tenant, contactId, filter.referenceId, filter.type, filter.value, query, page.paging())
                .map(ContactMethodResponse::from);
    }

    @PostMapping
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(operationId = "ContactMethods_CreateContactMethod", summary = "Add a method to a contact")
    ResponseEntity<ContactMethodResponse> create(
            @PathVariable long tenant, @PathVariable UUID contactId, @RequestBody CreateContactMethodRequest request) {
        return answer(
                methods.add(tenant, contactId, request.referenceId(), request.type(), request.value(), request.memo()));
    }

    @GetMapping("/{contactMethodId}")
    @ApiAccess(Scope.CUSTOMERS_READ)
    @Operation(operationId = "ContactMethods_GetContactMethod", summary = "Get a method of a contact")
    ResponseEntity<ContactMethodResponse> get(
            @PathVariable long tenant, @PathVariable UUID contactId, @PathVariable UUID contactMethodId) {
        return answer(methods.get(tenant, contactId, contactMethodId));
    }

    @PutMapping("/{contactMethodId}")
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(
            operationId = "ContactMethods_UpsertContactMethod",
            summary = "Replace a method of a contact",
            description = "Adds it under this id where there is none.")
    ResponseEntity<ContactMethodResponse> replace(
            @PathVariable long tenant,
            @PathVariable UUID contactId,
            @PathVariable UUID contactMethodId,
            @RequestBody UpsertContactMethodRequest request,
            Precondition precondition) {
        return answer(methods.put(tenant, contactId, contactMethodId, request, precondition));
    }

    @PatchMapping("/{contactMethodId}")
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(operationId = "ContactMethods_UpdateContactMethod", summary = "Change a method of a contact")
    ResponseEntity<ContactMethodResponse> update(
            @PathVariable long tenant,
            @PathVariable UUID contactId,
            @PathVariable UUID contactMethodId,
            @RequestBody Submission<UpdateContactMethodRequest> sent,
            Precondition precondition) {
        return answer(methods.update(tenant, contactId, contactMethodId, sent, precondition));
    }

    @DeleteMapping("/{contactMethodId}")
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(operationId = "ContactMethods_DeleteContactMethod", summary = "Remove a method of a contact")
    void delete(
            @PathVariable long tenant,
            @PathVariable UUID contactId,
            @PathVariable UUID contactMethodId,
            Precondition precondition) {
        methods.delete(tenant, contactId, contactMethodId, precondition);
    }

    private static ResponseEntity<ContactMethodResponse> answer(ContactMethod method) {
        return method.tag().on(ContactMethodResponse.from(method));
    }
}

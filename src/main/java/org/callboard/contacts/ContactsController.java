package org.callboard.contacts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.contactpoints.ContactType;
import org.callboard.contacts.ContactJson.ContactMethodResponse;
import org.callboard.contacts.ContactJson.ContactPreferenceTypeResponse;
import org.callboard.contacts.ContactJson.ContactResponse;
import org.callboard.contacts.ContactRequests.CreateContactRequest;
import org.callboard.contacts.ContactRequests.ReplaceContactRequest;
import org.callboard.contacts.ContactRequests.UpdateContactRequest;
import org.callboard.details.RecordKind;
import org.callboard.http.Precondition;
import org.callboard.mergedids.MergedId;
import org.callboard.paging.DatedQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
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

/** People with guid ids, and what is searched over all of them. */
@RestController
@RequestMapping("/crm/v2/tenant/{tenant}/contacts")
@Tag(name = "Contacts")
class ContactsController {

    record MethodSearch(
            @Nullable UUID contactId,
            @Nullable String referenceId,
            @Nullable ContactType type,
            @Nullable String value) {}

    private final Contacts contacts;
    private final ContactMethods methods;

    ContactsController(Contacts contacts, ContactMethods methods) {
        this.contacts = contacts;
        this.methods = methods;
    }

    @GetMapping("/{id}")
    @ApiAccess(Scope.CUSTOMERS_READ)
    @Operation(operationId = "Contacts_Get", summary = "Get a contact")
    ResponseEntity<ContactResponse> get(@PathVariable long tenant, @PathVariable UUID id) {
        return answer(contacts.get(tenant, id));
    }

    @GetMapping
    @ApiAccess(Scope.CUSTOMERS_READ)
    @Operation(operationId = "Contacts_GetList", summary = "List contacts")
    Page<ContactResponse> list(
            @PathVariable long tenant,
            @ParameterObject PageQuery page,
            @ParameterObject DatedQuery query,
            @ParameterObject Contacts.Filter filter) {
        return contacts.list(tenant, query, filter, page.paging()).map(ContactResponse::from);
    }

    @GetMapping("/relationships/{relationshipId}")
    @ApiAccess(Scope.CUSTOMERS_READ)
    @Operation(
            operationId = "Contacts_GetByRelationshipId",
            summary = "List the contacts of a customer, location or booking",
            description = "The id is that of the related record; it may be of any of the three kinds.")
    Page<ContactResponse> listRelated(
            @PathVariable long tenant,
            @MergedId({RecordKind.Customer, RecordKind.Location}) @PathVariable long relationshipId,
            @ParameterObject PageQuery page,
            @ParameterObject DatedQuery query,
            @ParameterObject Contacts.Filter filter) {
        return contacts.relatedTo(tenant, relationshipId, query, filter, page.paging())
                .map(ContactResponse::from);
    }

    @PostMapping
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(operationId = "Contacts_Create", summary = "Create a contact")
    ResponseEntity<ContactResponse> create(@PathVariable long tenant, @RequestBody CreateContactRequest request) {
        return answer(contacts.create(tenant, request.toDetails()));
    }

    @PutMapping("/{id}")
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(
            operationId = "Contacts_Replace",
            summary = "Replace a contact",
            description = "Creates it under this id where there is none.")
    ResponseEntity<ContactResponse> replace(
            @PathVariable long tenant,
            @PathVariable UUID id,
            @RequestBody ReplaceContactRequest request,
            Precondition precondition) {
        return answer(contacts.put(tenant, id, request.toDetails(), precondition));
    }

    @PatchMapping("/{id}")
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(
            operationId = "Contacts_Update",
            summary = "Change a contact",
            description = "Name, title and reference id stay where they are left out, and are cleared by null.")
    ResponseEntity<ContactResponse> update(
            @PathVariable long tenant,
            @PathVariable UUID id,
            @RequestBody UpdateContactRequest request,
            Precondition precondition) {
        return answer(contacts.update(tenant, id, request::applyTo, precondition));
    }

    @DeleteMapping("/{id}")
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(
            operationId = "Contacts_DeleteContact",
            summary = "Delete a contact",
            description = "Its methods and preferences go with it. Refused with 409 while it has relationships.")
    void delete(@PathVariable long tenant, @PathVariable UUID id, Precondition precondition) {
        contacts.delete(tenant, id, precondition);
    }

    private static ResponseEntity<ContactResponse> answer(Contact contact) {
        return contact.tag().on(ContactResponse.from(contact));
    }

    @GetMapping("/preferences")
    @ApiAccess(Scope.CUSTOMERS_READ)
    @Operation(operationId = "Contacts_GetPreferenceMetadataList", summary = "List the kinds of preferences")
    List<ContactPreferenceTypeResponse> preferenceKinds(@PathVariable long tenant) {
        return Arrays.stream(PreferenceKind.values())
                .map(ContactPreferenceTypeResponse::from)
                .toList();
    }

    @GetMapping("/contact-methods")
    @ApiAccess(Scope.CUSTOMERS_READ)
    @Operation(
            operationId = "Contacts_SearchContactMethods",
            summary = "Search the methods of all contacts",
            description = "A phone number is found however it is written, an e-mail address in any case.")
    Page<ContactMethodResponse> searchMethods(
            @PathVariable long tenant,
            @ParameterObject PageQuery page,
            @ParameterObject DatedQuery query,
            @ParameterObject MethodSearch search) {
        return methods.list(
                        tenant, search.contactId, search.referenceId, search.type, search.value, query, page.paging())
                .map(ContactMethodResponse::from);
    }
}

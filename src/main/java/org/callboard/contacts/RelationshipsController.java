package org.callboard.contacts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.contacts.ContactJson.ContactRelationshipResponse;
import org.callboard.http.AnswersConflict;
import org.callboard.http.ApiErrorResponse;
import org.callboard.http.ApiErrors;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The customers, locations and bookings that a person belongs to. */
@RestController
@RequestMapping("/crm/v2/tenant/{tenant}/contacts/{contactId}/relationships")
@Tag(name = "Contacts")
class RelationshipsController {

    private final Relationships relationships;

    RelationshipsController(Relationships relationships) {
        this.relationships = relationships;
    }

    @GetMapping
    @ApiAccess(Scope.CUSTOMERS_READ)
    @Operation(
            operationId = "Contacts_GetContactRelationshipList",
            summary = "List the relationships of a contact",
            description = "An unknown contact is a 409 here.")
    @AnswersConflict
    Page<ContactRelationshipResponse> list(
            @PathVariable long tenant,
            @PathVariable UUID contactId,
            @ParameterObject PageQuery page,
            @ParameterObject Relationships.Filter filter) {
        return relationships.list(tenant, contactId, filter, page.paging()).map(ContactRelationshipResponse::from);
    }

    @PostMapping("/{relatedEntityId}/{typeSlug}")
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(
            operationId = "Contacts_CreateContactRelationship",
            summary = "Relate a contact to a customer, location or booking",
            description = "The type is customer, location or booking. An unknown contact is a 409 here.")
    void create(
            @PathVariable long tenant,
            @PathVariable UUID contactId,
            @PathVariable long relatedEntityId,
            @Parameter(schema = @Schema(implementation = RelationshipType.Slug.class)) @PathVariable String typeSlug) {
        relationships.add(tenant, contactId, type(typeSlug), relatedEntityId);
    }

    @DeleteMapping("/{relatedEntityId}/{typeSlug}")
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(
            operationId = "Contacts_DeleteContactRelationship",
            summary = "Part a contact from a customer, location or booking",
            description = "An unknown contact is a 409 here, and so is a relationship that is not there.")
    void delete(
            @PathVariable long tenant,
            @PathVariable UUID contactId,
            @PathVariable long relatedEntityId,
            @Parameter(schema = @Schema(implementation = RelationshipType.Slug.class)) @PathVariable String typeSlug) {
        relationships.remove(tenant, contactId, type(typeSlug), relatedEntityId);
    }

    /** The contract has 404, not 400, for a wrong part of these paths. */
    @ExceptionHandler
    ResponseEntity<ApiErrorResponse> wrongPathVariable(MethodArgumentTypeMismatchException e) {
        return ApiErrors.answer(
                RefusalCode.NO_SUCH_ADDRESS.refuse("There is nothing at this address: " + e.getName() + " is wrong."));
    }

    private static RelationshipType type(String slug) {
        return RelationshipType.of(slug).orElseThrow(() -> new NotFound("Relationship type", slug));
    }
}

package org.callboard.customers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.customers.LocationJson.LocationsContactResponse;
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

/** The contact entries of locations. Those of an inactive location are out of reach: 409. */
@RestController
@RequestMapping("/crm/v2/tenant/{tenant}/locations")
@Tag(name = "Locations")
class LocationContactsController {

    record Owners(@MergedId(RecordKind.Location) @Nullable Ids locationIds) {}

    private final Locations locations;
    private final EditDetails details;
    private final ContactEntries entries;

    LocationContactsController(Locations locations, EditDetails details, ContactEntries entries) {
        this.locations = locations;
        this.details = details;
        this.entries = entries;
    }

    @GetMapping("/contacts")
    @ApiAccess(Scope.LOCATIONS_READ)
    @Operation(
            operationId = "Locations_GetLocationsContactsList",
            summary = "List the contacts of locations",
            description = "Needs locationIds or one of the dates.")
    Page<LocationsContactResponse> all(
            @PathVariable long tenant,
            @ParameterObject PageQuery page,
            @ParameterObject DateRange dates,
            @ParameterObject Owners owners) {
        String needed = "locationIds or one of the dates is required.";
        new FieldErrors()
                .addIf(
                        owners.locationIds == null && !dates.namesModified() && !dates.namesCreated(),
                        "locationIds",
                        needed)
                .throwIfAny();
        return entries.list(RecordKind.Location, tenant, owners.locationIds, dates, page.paging())
                .map(LocationsContactResponse::from);
    }

    @GetMapping("/{id}/contacts")
    @ApiAccess(Scope.LOCATIONS_READ)
    @Operation(operationId = "Locations_GetContactList", summary = "List the contacts of a location")
    @AnswersConflict
    Page<ContactEntryResponse> list(
            @PathVariable long tenant,
            @MergedId(RecordKind.Location) @PathVariable long id,
            @ParameterObject PageQuery page) {
        locations.getActive(tenant, id);
        return entries.of(RecordKind.Location, tenant, id, page.paging()).map(ContactEntryResponse::from);
    }

    @PostMapping("/{id}/contacts")
    @ApiAccess(Scope.LOCATIONS_WRITE)
    @Operation(operationId = "Locations_CreateContact", summary = "Add a contact to a location")
    ResponseEntity<ContactEntryResponse> add(
            @PathVariable long tenant, @PathVariable long id, @RequestBody NewContact request) {
        return ContactEntryResponse.answer(
                details.addContact(RecordKind.Location, tenant, id, request.type(), request.value(), request.memo()));
    }

    @PatchMapping("/{id}/contacts/{contactId}")
    @ApiAccess(Scope.LOCATIONS_WRITE)
    @Operation(operationId = "Locations_UpdateContact", summary = "Change a contact of a location")
    ResponseEntity<ContactEntryResponse> update(
            @PathVariable long tenant,
            @PathVariable long id,
            @PathVariable long contactId,
            @RequestBody Submission<ContactPatch> sent,
            Precondition precondition) {
        return ContactEntryResponse.answer(
                details.updateContact(RecordKind.Location, tenant, id, contactId, sent, precondition));
    }

    @DeleteMapping("/{id}/contacts/{contactId}")
    @ApiAccess(Scope.LOCATIONS_WRITE)
    @Operation(operationId = "Locations_DeleteContact", summary = "Remove a contact of a location")
    void delete(
            @PathVariable long tenant, @PathVariable long id, @PathVariable long contactId, Precondition precondition) {
        details.removeContact(RecordKind.Location, tenant, id, contactId, precondition);
    }
}

package org.callboard.customers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.addresschecks.AddressProblems;
import org.callboard.customers.LocationJson.CreateLocationResponse;
import org.callboard.customers.LocationJson.LocationResponse;
import org.callboard.customers.LocationJson.LocationTagsResponse;
import org.callboard.customers.LocationRequests.CreateLocationNote;
import org.callboard.customers.LocationRequests.CreateLocationRequest;
import org.callboard.customers.LocationRequests.UpdateLocationRequest;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Locations themselves, their tags and notes, and who is sent there by preference. */
@RestController
@RequestMapping("/crm/v2/tenant/{tenant}/locations")
@Tag(name = "Locations")
class LocationsController {

    record OfCustomer(
            @MergedId(RecordKind.Customer) @Nullable Long customerId) {}

    private final Locations locations;
    private final CreateCustomer creation;
    private final CustomDataEntries customData;
    private final EditDetails details;
    private final Notes notes;

    LocationsController(
            Locations locations,
            CreateCustomer creation,
            CustomDataEntries customData,
            EditDetails details,
            Notes notes) {
        this.locations = locations;
        this.notes = notes;
        this.creation = creation;
        this.customData = customData;
        this.details = details;
    }

    @GetMapping("/{id}")
    @ApiAccess(Scope.LOCATIONS_READ)
    @Operation(operationId = "Locations_Get", summary = "Get a location")
    ResponseEntity<LocationResponse> get(
            @PathVariable long tenant, @MergedId(RecordKind.Location) @PathVariable long id) {
        Location location = locations.get(tenant, id);
        return location.tag().on(LocationResponse.from(location));
    }

    @GetMapping
    @ApiAccess(Scope.LOCATIONS_READ)
    @Operation(operationId = "Locations_GetList", summary = "List locations")
    Page<LocationResponse> list(
            @PathVariable long tenant,
            @ParameterObject PageQuery page,
            @ParameterObject @MergedId(RecordKind.Location) ListQuery query,
            @ParameterObject PlaceFilter place,
            @ParameterObject OfCustomer owner) {
        Where where = Where.tenant(tenant).andIf("customer_id = :customer", "customer", owner.customerId);
        return locations.list(tenant, query, place, where, page.paging()).map(LocationResponse::from);
    }

    @PostMapping
    @ApiAccess(Scope.LOCATIONS_WRITE)
    @Operation(
            operationId = "Locations_Create",
            summary = "Create a location of a customer",
            description = LikelyMatches.DESCRIPTION + " " + AddressProblems.DESCRIPTION)
    ResponseEntity<CreateLocationResponse> create(
            @PathVariable long tenant,
            @RequestBody Submission<CreateLocationRequest> sent,
            HttpServletResponse response) {
        CreateCustomer.CreatedLocation created = creation.createLocation(tenant, sent);
        LikelyMatches.announce(response, created.possibleDuplicates());
        created.addressProblems().announce(response);
        return created.location().tag().on(CreateLocationResponse.from(created.location(), created.contacts()));
    }

    @PatchMapping("/{id}")
    @ApiAccess(Scope.LOCATIONS_WRITE)
    @Operation(
            operationId = "Locations_Update",
            summary = "Change a location, or move it to another customer",
            description = AddressProblems.DESCRIPTION)
    ResponseEntity<LocationResponse> update(
            @PathVariable long tenant,
            @PathVariable long id,
            @RequestBody Submission<UpdateLocationRequest> sent,
            Precondition precondition,
            HttpServletResponse response) {
        UpdateLocationRequest request = sent.request();
        Locations.Changed changed = locations.update(
                tenant,
                id,
                request::owner,
                request::applyTo,
                new Records.Change(request.active(), request.customData(), precondition, sent.noted()));
        new AddressProblems()
                .add("address", locations.addressProblems(tenant, changed))
                .announce(response);
        Location location = changed.location();
        return location.tag().on(LocationResponse.from(location));
    }

    @PostMapping("/{id}/tags/{tagTypeId}")
    @ApiAccess(Scope.LOCATIONS_WRITE)
    @Operation(operationId = "Locations_CreateTag", summary = "Add a tag to a location")
    LocationTagsResponse addTag(@PathVariable long tenant, @PathVariable long id, @PathVariable long tagTypeId) {
        return LocationTagsResponse.from(details.addTag(RecordKind.Location, tenant, id, tagTypeId));
    }

    @DeleteMapping("/{id}/tags/{tagTypeId}")
    @ApiAccess(Scope.LOCATIONS_WRITE)
    @Operation(operationId = "Locations_DeleteTag", summary = "Remove a tag of a location")
    void deleteTag(@PathVariable long tenant, @PathVariable long id, @PathVariable long tagTypeId) {
        details.removeTag(RecordKind.Location, tenant, id, tagTypeId);
    }

    @PostMapping("/{id}/preferredtechnician/{preferredTechnicianId}")
    @ApiAccess(Scope.LOCATIONS_WRITE)
    @Operation(
            operationId = "Locations_UpdatePreferredTechnician",
            summary = "Set who is sent to a location by preference")
    void preferTechnician(@PathVariable long tenant, @PathVariable long id, @PathVariable long preferredTechnicianId) {
        locations.preferTechnician(tenant, id, preferredTechnicianId);
    }

    /** A bare number or null; a method that gives null itself would leave the body empty. */
    @GetMapping("/{id}/preferredtechnician")
    @ApiAccess(Scope.LOCATIONS_READ)
    @Operation(
            operationId = "Locations_GetPreferredTechnician",
            summary = "Get who is sent to a location by preference",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            types = {"integer", "null"},
                                                            format = "int64"))))
    JsonNode preferredTechnician(@PathVariable long tenant, @MergedId(RecordKind.Location) @PathVariable long id) {
        Long technician = locations.get(tenant, id).preferredTechnicianId();
        return technician == null
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.numberNode(technician.longValue());
    }

    @GetMapping("/custom-fields")
    @ApiAccess(Scope.LOCATIONS_READ)
    @Operation(operationId = "Locations_GetCustomFieldTypes", summary = "List the custom fields of locations")
    Page<CustomFieldTypeResponse> customFields(
            @PathVariable long tenant, @ParameterObject PageQuery page, @ParameterObject DatedQuery query) {
        return customData
                .fieldTypes(RecordKind.Location, tenant, query, page.paging())
                .map(CustomFieldTypeResponse::from);
    }

    @GetMapping("/{id}/notes")
    @ApiAccess(Scope.LOCATIONS_READ)
    @Operation(operationId = "Locations_GetNotes", summary = "List the notes of a location")
    Page<NoteResponse> notes(
            @PathVariable long tenant,
            @MergedId(RecordKind.Location) @PathVariable long id,
            @ParameterObject PageQuery page,
            @ParameterObject DateRange dates) {
        locations.get(tenant, id);
        return notes.list(RecordKind.Location, tenant, id, dates, page.paging()).map(NoteResponse::from);
    }

    @PostMapping("/{id}/notes")
    @ApiAccess(Scope.LOCATIONS_WRITE)
    @Operation(operationId = "Locations_CreateNote", summary = "Write a note to a location")
    NoteResponse addNote(@PathVariable long tenant, @PathVariable long id, @RequestBody CreateLocationNote request) {
        return NoteResponse.from(details.addNote(
                RecordKind.Location,
                tenant,
                id,
                request.text(),
                Boolean.TRUE.equals(request.pinToTop()),
                Boolean.TRUE.equals(request.addToCustomer())));
    }

    @DeleteMapping("/{id}/notes/{noteId}")
    @ApiAccess(Scope.LOCATIONS_WRITE)
    @Operation(operationId = "Locations_DeleteNote", summary = "Remove a note of a location")
    void deleteNote(@PathVariable long tenant, @PathVariable long id, @PathVariable long noteId) {
        locations.get(tenant, id);
        notes.delete(RecordKind.Location, tenant, id, noteId);
    }
}

package org.callboard.customers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.customers.LocationRequests.CreateLocationNote;
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

/** The notes of locations. */
@RestController
@RequestMapping("/crm/v2/tenant/{tenant}/locations/{id}/notes")
@Tag(name = "Locations")
class LocationNotesController {

    private final Locations locations;
    private final Notes notes;
    private final EditDetails details;

    LocationNotesController(Locations locations, Notes notes, EditDetails details) {
        this.locations = locations;
        this.notes = notes;
        this.details = details;
    }

    @GetMapping
    @ApiAccess(Scope.LOCATIONS_READ)
    @Operation(operationId = "Locations_GetNotes", summary = "List the notes of a location")
    Page<NoteResponse> list(
            @PathVariable long tenant,
            @PathVariable long id,
            @ParameterObject PageQuery page,
            @ParameterObject DateRange dates) {
        locations.get(tenant, id);
        return notes.list(RecordKind.Location, tenant, id, dates, page.paging()).map(NoteResponse::from);
    }

    @PostMapping
    @ApiAccess(Scope.LOCATIONS_WRITE)
    @Operation(operationId = "Locations_CreateNote", summary = "Write a note to a location")
    NoteResponse add(@PathVariable long tenant, @PathVariable long id, @RequestBody CreateLocationNote request) {
        return NoteResponse.from(details.addNote(
                RecordKind.Location,
                tenant,
                id,
                request.text(),
                Boolean.TRUE.equals(request.pinToTop()),
                Boolean.TRUE.equals(request.addToCustomer())));
    }

    @DeleteMapping("/{noteId}")
    @ApiAccess(Scope.LOCATIONS_WRITE)
    @Operation(operationId = "Locations_DeleteNote", summary = "Remove a note of a location")
    void delete(@PathVariable long tenant, @PathVariable long id, @PathVariable long noteId) {
        locations.get(tenant, id);
        notes.delete(RecordKind.Location, tenant, id, noteId);
    }
}

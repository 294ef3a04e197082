package org.callboard.leads;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.details.NoteResponse;
import org.callboard.leads.LeadRequests.LeadNoteCreateRequest;
import org.callboard.paging.DateRange;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The notes of leads. */
@RestController
@RequestMapping("/crm/v2/tenant/{tenant}/leads/{id}/notes")
@Tag(name = "Leads")
class LeadNotesController {

    private final LeadNotes notes;

    LeadNotesController(LeadNotes notes) {
        this.notes = notes;
    }

    @GetMapping
    @ApiAccess(Scope.LEADS_READ)
    @Operation(operationId = "Leads_GetNotes", summary = "List the notes of a lead")
    Page<NoteResponse> list(
            @PathVariable long tenant,
            @PathVariable long id,
            @ParameterObject PageQuery page,
            @ParameterObject DateRange dates) {
        return notes.list(tenant, id, dates, page.paging()).map(NoteResponse::from);
    }

    @PostMapping
    @ApiAccess(Scope.LEADS_WRITE)
    @Operation(operationId = "Leads_CreateNote", summary = "Write a note to a lead")
    NoteResponse add(@PathVariable long tenant, @PathVariable long id, @RequestBody LeadNoteCreateRequest request) {
        return NoteResponse.from(
                notes.add(tenant, id, Objects.requireNonNull(request.text()), Boolean.TRUE.equals(request.pinToTop())));
    }
}

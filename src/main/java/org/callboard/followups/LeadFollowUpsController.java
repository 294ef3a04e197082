package org.callboard.followups;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.addresses.Limits.LongText;
import org.callboard.leads.Lead;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Follow-ups, as programs log them. */
@RestController
@RequestMapping("/crm/v2/tenant/{tenant}/leads")
@Tag(name = "Leads")
class LeadFollowUpsController {

    record CreateFollowUpRequest(
            @NotNull Instant followUpDate,
            @LongText @Nullable String text,
            @Nullable Boolean pinToTop) {}

    @Schema(name = "FollowUpResponse")
    record FollowUpResponse(
            long leadId, Instant followUpDate, @Nullable String text, boolean pinToTop) {}

    private final FollowUpLead followUps;

    LeadFollowUpsController(FollowUpLead followUps) {
        this.followUps = followUps;
    }

    @PostMapping("/{id}/follow-up")
    @ApiAccess(Scope.LEADS_WRITE)
    @Operation(operationId = "Leads_CreateFollowUp", summary = "Log a follow-up and set the next one's date")
    FollowUpResponse followUp(
            @PathVariable long tenant, @PathVariable long id, @RequestBody CreateFollowUpRequest request) {
        boolean pinned = Boolean.TRUE.equals(request.pinToTop());
        Lead lead = followUps.log(
                tenant, id, new FollowUpDraft(null, null, request.text(), pinned, request.followUpDate()));
        return new FollowUpResponse(id, Objects.requireNonNull(lead.details().followUpDate()), request.text(), pinned);
    }
}

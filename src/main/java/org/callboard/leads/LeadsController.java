package org.callboard.leads;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.callboard.leads.LeadJson.FollowUpResponse;
import org.callboard.leads.LeadJson.LeadResponse;
import org.callboard.leads.LeadJson.SubmitLeadFormResponse;
import org.callboard.leads.LeadRequests.CreateFollowUpRequest;
import org.callboard.leads.LeadRequests.DismissLeadRequest;
import org.callboard.leads.LeadRequests.LeadCreateRequest;
import org.callboard.leads.LeadRequests.LeadUpdateRequest;
import org.callboard.leads.LeadRequests.SubmitLeadFormRequest;
import org.callboard.platform.Inquiry;
import org.callboard.platform.ListQuery;
import org.callboard.platform.Page;
import org.callboard.platform.PageQuery;
import org.callboard.platform.Precondition;
import org.callboard.platform.Submission;
import org.callboard.tenants.ApiAccess;
import org.callboard.tenants.Scope;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Leads, as programs make, follow up and dismiss them. A won lead is made by booking a job. */
@RestController
@RequestMapping("/crm/v2/tenant/{tenant}/leads")
@Tag(name = "Leads")
class LeadsController {

    record FormQuery(
            @Schema(description = "The lead form; may be left out where there is but one.") @Nullable
            Long id) {}

    private final Leads leads;
    private final CreateLead create;
    private final FollowUpLead followUps;
    private final DismissLead dismissals;
    private final SubmitLeadForm forms;

    LeadsController(
            Leads leads, CreateLead create, FollowUpLead followUps, DismissLead dismissals, SubmitLeadForm forms) {
        this.leads = leads;
        this.create = create;
        this.followUps = followUps;
        this.dismissals = dismissals;
        this.forms = forms;
    }

    @GetMapping("/{id}")
    @ApiAccess(Scope.LEADS_READ)
    @Operation(operationId = "Leads_Get", summary = "Get a lead")
    ResponseEntity<LeadResponse> get(@PathVariable long tenant, @PathVariable long id) {
        return show(leads.get(tenant, id));
    }

    @PatchMapping("/{id}")
    @ApiAccess(Scope.LEADS_WRITE)
    @Operation(operationId = "Leads_Update", summary = "Change a lead")
    ResponseEntity<LeadResponse> update(
            @PathVariable long tenant,
            @PathVariable long id,
            @RequestBody Submission<LeadUpdateRequest> sent,
            Precondition precondition) {
        return show(leads.update(tenant, id, sent, precondition));
    }

    @GetMapping
    @ApiAccess(Scope.LEADS_READ)
    @Operation(operationId = "Leads_GetList", summary = "List leads")
    Page<LeadResponse> list(
            @PathVariable long tenant,
            @ParameterObject PageQuery page,
            @ParameterObject ListQuery query,
            @ParameterObject LeadFilter filter) {
        boolean linked = Boolean.TRUE.equals(filter.genPermUrl());
        return leads.list(tenant, query, filter, page.paging())
                .map(lead -> LeadResponse.from(lead, linked ? "/leads/" + lead.id() : null));
    }

    @PostMapping
    @ApiAccess(Scope.LEADS_WRITE)
    @Operation(operationId = "Leads_Create", summary = "Create a lead")
    ResponseEntity<LeadResponse> create(@PathVariable long tenant, @RequestBody Inquiry<LeadCreateRequest> inquiry) {
        return show(create.create(tenant, inquiry));
    }

    private static ResponseEntity<LeadResponse> show(Lead lead) {
        return lead.tag().on(LeadResponse.from(lead));
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

    @PostMapping("/{id}/dismiss")
    @ApiAccess(Scope.LEADS_WRITE)
    @Operation(operationId = "Leads_Dismiss", summary = "Dismiss a lead")
    void dismiss(@PathVariable long tenant, @PathVariable long id, @RequestBody DismissLeadRequest request) {
        dismissals.dismiss(tenant, id, request.dismissingReasonId());
    }

    @PostMapping("/form")
    @ApiAccess(Scope.LEADS_WRITE)
    @Operation(operationId = "Leads_SubmitLeadForm", summary = "Make a lead of what somebody filled into a form")
    SubmitLeadFormResponse submit(
            @PathVariable long tenant,
            @ParameterObject FormQuery form,
            @RequestBody Inquiry<SubmitLeadFormRequest> inquiry) {
        return new SubmitLeadFormResponse(forms.submit(tenant, form.id, inquiry).id());
    }
}

package org.callboard.leads;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.http.Precondition;
import org.callboard.leads.LeadJson.LeadResponse;
import org.callboard.leads.LeadJson.SubmitLeadFormResponse;
import org.callboard.leads.LeadRequests.DismissLeadRequest;
import org.callboard.leads.LeadRequests.LeadCreateRequest;
import org.callboard.leads.LeadRequests.LeadUpdateRequest;
import org.callboard.leads.LeadRequests.SubmitLeadFormRequest;
import org.callboard.paging.ListQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.requests.Inquiry;
import org.callboard.validation.Submission;
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

/** Leads, as programs make and dismiss them. A won lead is made by booking a job. */
@RestController
@RequestMapping("/crm/v2/tenant/{tenant}/leads")
@Tag(name = "Leads")
class LeadsController {

    record FormQuery(
            @Schema(description = "The lead form; may be left out where there is but one.") @Nullable
            Long id) {}

    private final Leads leads;
    private final CreateLead create;
    private final DismissLead dismissals;
    private final SubmitLeadForm forms;

    LeadsController(Leads leads, CreateLead create, DismissLead dismissals, SubmitLeadForm forms) {
        this.leads = leads;
        this.create = create;
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

package org.callboard.callapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.callapi.CallRequests.CallUpdateRequest;
import org.callboard.callapi.FormerCallJson.FormerCall;
import org.callboard.callapi.FormerCallJson.FormerLeadCall;
import org.callboard.callapi.FormerCallJson.FormerListedCall;
import org.callboard.http.EntityTag;
import org.callboard.http.Precondition;
import org.callboard.paging.DateRange;
import org.callboard.paging.Ids;
import org.callboard.paging.OrderQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.validation.Submission;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Telephone calls in version 2 of the contract. */
@RestController
@RequestMapping("/telecom/v2/tenant/{tenant}/calls")
@Tag(name = "Calls")
class FormerCallsController {

    record FormerQuery(
            @Nullable Ids ids,

            @JsonUnwrapped DateRange dates,
            @JsonUnwrapped OrderQuery order,

            @Schema(
                    description =
                            "false shows also those that are the same as another one. true where it is not given.")
            @Nullable
            Boolean activeOnly) {

        Where applyTo(Where where) {
            where.andIf(
                    "id = any(:ids)", "ids", ids == null ? null : ids.values().toArray(Long[]::new));
            if (!Boolean.FALSE.equals(activeOnly)) {
                where.and("active");
            }
            return dates.applyTo(where).orderBy(order.sort());
        }
    }

    private final ReadCalls calls;
    private final UpdateCall update;

    FormerCallsController(ReadCalls calls, UpdateCall update) {
        this.calls = calls;
        this.update = update;
    }

    @GetMapping
    @ApiAccess(Scope.CALLS_READ)
    @Operation(
            operationId = "Calls_GetCalls",
            summary = "List telephone calls, in the former shape",
            description = "`totalCount` is always there. Version 3 of this list has the newer shape.")
    Page<FormerListedCall> list(
            @PathVariable long tenant,
            @ParameterObject PageQuery page,
            @ParameterObject FormerQuery query,
            @ParameterObject CallFilter filter) {
        Paging asked = page.paging();
        Paging counted = new Paging(asked.page(), asked.pageSize(), true);
        return calls.page(tenant, query.applyTo(Where.tenant(tenant)), filter, counted, FormerListedCall::from);
    }

    @GetMapping("/{id}")
    @ApiAccess(Scope.CALLS_READ)
    @Operation(operationId = "Calls_Get", summary = "Get a telephone call")
    ResponseEntity<FormerCall> get(@PathVariable long tenant, @PathVariable long id) {
        return EntityTag.show(calls.get(tenant, id, FormerCall::from));
    }

    @PutMapping("/{id}")
    @ApiAccess(Scope.CALLS_WRITE)
    @Operation(
            operationId = "Calls_Update",
            summary = "Say what came of a telephone call",
            description =
                    "What is left out stays. With a `jobId` the call is Booked; as Unbooked, NotLead or Excused it is"
                            + " dismissed, whoever in the office has it. Of customer and location only the id is read.")
    ResponseEntity<FormerLeadCall> update(
            @PathVariable long tenant,
            @PathVariable long id,
            @RequestBody Submission<CallUpdateRequest> sent,
            Precondition precondition) {
        FormerCall call = update.update(tenant, id, sent, precondition);
        return EntityTag.ofContent(call).on(call.leadCall().asHeard());
    }

    @GetMapping("/{id}/recording")
    @ApiAccess(Scope.CALLS_READ)
    @Operation(
            operationId = "Calls_GetRecording",
            summary = "Hear the recording of a call",
            description = "Callboard keeps no recordings: the answer leads to where the telephone system has it.")
    @ResponseStatus(HttpStatus.FOUND)
    ResponseEntity<Void> recording(@PathVariable long tenant, @PathVariable long id) {
        return redirect(
                "Recording of call", id, calls.row(tenant, id).telephone().recordingUrl());
    }

    @GetMapping("/{id}/voicemail")
    @ApiAccess(Scope.CALLS_READ)
    @Operation(
            operationId = "Calls_GetVoiceMail",
            summary = "Hear the message that a caller left",
            description = "Callboard keeps no messages: the answer leads to where the telephone system has it.")
    @ResponseStatus(HttpStatus.FOUND)
    ResponseEntity<Void> voicemail(@PathVariable long tenant, @PathVariable long id) {
        return redirect("Message of call", id, calls.row(tenant, id).telephone().voicemailUrl());
    }

    private static ResponseEntity<Void> redirect(String what, long id, @Nullable String url) {
        if (url == null) {
            throw new NotFound(what, id);
        }
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, url)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}

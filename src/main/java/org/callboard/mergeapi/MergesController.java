package org.callboard.mergeapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.access.ApiAccess;
import org.callboard.access.Apps;
import org.callboard.access.Scope;
import org.callboard.details.RecordKind;
import org.callboard.http.EntityTag;
import org.callboard.mergeapi.MergeJson.MergeResponse;
import org.callboard.mergeapi.MergeRequests.ApplicationQuery;
import org.callboard.mergeapi.MergeRequests.MergesQuery;
import org.callboard.mergeapi.MergeRequests.UndoChoicesRequest;
import org.callboard.mergeapi.MergeRequests.UndoRequest;
import org.callboard.mergeapi.UndoJson.UndoPreviewResponse;
import org.callboard.merging.Merge;
import org.callboard.merging.Merges;
import org.callboard.merging.UndoChoices;
import org.callboard.merging.UndoMerge;
import org.callboard.merging.UndoPreview;
import org.callboard.merging.UndoPreview.Since;
import org.callboard.merging.UndoPreview.What;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.Submission;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The merges of a company, and undoing them. Those of customers need the scope of customers, those of locations theirs. */
@RestController
@RequestMapping("/callboard/v1/tenant/{tenant}/merges")
@Tag(name = "Merging")
class MergesController {

    private static final String SCOPES = "A merge of locations needs the scope of locations, one of customers theirs.";

    private final Merges merges;
    private final UndoMerge undo;

    MergesController(Merges merges, UndoMerge undo) {
        this.merges = merges;
        this.undo = undo;
    }

    @GetMapping
    @ApiAccess({Scope.CUSTOMERS_READ, Scope.LOCATIONS_READ})
    @Operation(
            operationId = "Merges_GetList",
            summary = "List merges in the order in which they were made",
            description = "Those of customers, of locations or both, as the scopes allow.")
    Page<MergeResponse> list(
            @PathVariable long tenant, @ParameterObject PageQuery page, @ParameterObject MergesQuery query) {
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            if (Apps.hasScope(reading(kind))) {
                kinds.add(kind);
            }
        }
        return merges.since(tenant, kinds, Objects.requireNonNullElse(query.since(), Instant.EPOCH), page.paging())
                .map(MergeResponse::from);
    }

    @GetMapping("/{id}")
    @ApiAccess({Scope.CUSTOMERS_READ, Scope.LOCATIONS_READ})
    @Operation(operationId = "Merges_Get", summary = "Get a merge with its state", description = SCOPES)
    ResponseEntity<MergeResponse> get(@PathVariable long tenant, @PathVariable long id) {
        return EntityTag.show(MergeResponse.from(read(tenant, id)));
    }

    @GetMapping("/{id}/undo-preview")
    @ApiAccess({Scope.CUSTOMERS_READ, Scope.LOCATIONS_READ})
    @Operation(
            operationId = "Merges_PreviewUndo",
            summary = "Show what undoing a merge would do",
            description = "Nothing is written. " + SCOPES)
    UndoPreviewResponse preview(
            @PathVariable long tenant, @PathVariable long id, @ParameterObject ApplicationQuery application) {
        read(tenant, id);
        return UndoPreviewResponse.from(
                undo.preview(tenant, id, UndoChoices.NONE), application.externalDataApplicationGuid());
    }

    @PostMapping("/{id}/undo")
    @ApiAccess(
            value = {Scope.CUSTOMERS_WRITE, Scope.LOCATIONS_WRITE},
            merges = true)
    @Operation(
            operationId = "Merges_Undo",
            summary = "Undo a merge, for 180 days",
            description =
                    "What is as the merge left it goes back; what was changed later stays so. Where something differs"
                            + " from the preview the answer is 412, and `data.preview` is the new one. A merge that is undone already"
                            + " is given as it is. " + SCOPES)
    @ApiResponse(responseCode = "200", description = "It is undone.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "It is worked on.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "412")
    ResponseEntity<MergeResponse> undo(
            @PathVariable long tenant,
            @PathVariable long id,
            @ParameterObject ApplicationQuery application,
            @RequestBody Submission<UndoRequest> sent) {
        Merge merge = merges.get(tenant, id);
        Apps.requireScope(merge.kind() == RecordKind.Customer ? Scope.CUSTOMERS_WRITE : Scope.LOCATIONS_WRITE);
        UndoChoicesRequest chosen = sent.request().choices();
        sent.refuse(
                chosen == null || merge.state() != Merge.State.Done ? new FieldErrors() : unknown(tenant, id, chosen));
        UndoChoices choices = chosen == null ? UndoChoices.NONE : chosen.toChoices();
        return MergeResponse.show(MergeJson.resting(
                () -> undo.undo(tenant, id, choices, sent.request().planTag()),
                UndoPreview.class,
                preview -> UndoPreviewResponse.from(preview, application.externalDataApplicationGuid())));
    }

    private FieldErrors unknown(long tenant, long merge, UndoChoicesRequest chosen) {
        Map<What, Set<Long>> made = undo.preview(tenant, merge, UndoChoices.NONE).madeSince().stream()
                .collect(Collectors.groupingBy(Since::what, Collectors.mapping(Since::id, Collectors.toSet())));
        FieldErrors errors = new FieldErrors();
        chosen.all().forEach((what, said) -> {
            for (int i = 0; i < said.size(); i++) {
                Long id = said.get(i) == null ? null : said.get(i).id();
                errors.addIf(
                        id != null && !made.getOrDefault(what, Set.of()).contains(id),
                        "choices." + what.name().toLowerCase(Locale.ROOT) + "s[" + i + "].id",
                        "There is no " + what.name().toLowerCase(Locale.ROOT) + " " + id
                                + " that came to the kept record since the merge.");
            }
        });
        return errors;
    }

    private Merge read(long tenant, long id) {
        Merge merge = merges.get(tenant, id);
        Apps.requireScope(reading(merge.kind()));
        return merge;
    }

    private static Scope reading(RecordKind kind) {
        return kind == RecordKind.Customer ? Scope.CUSTOMERS_READ : Scope.LOCATIONS_READ;
    }
}

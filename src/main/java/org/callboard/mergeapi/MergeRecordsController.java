package org.callboard.mergeapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.details.RecordKind;
import org.callboard.mergeapi.MergeJson.MergeResponse;
import org.callboard.mergeapi.MergeRequests.ApplicationQuery;
import org.callboard.mergeapi.MergeRequests.Asked;
import org.callboard.mergeapi.MergeRequests.Chosen;
import org.callboard.mergeapi.MergeRequests.CustomFieldChoice;
import org.callboard.mergeapi.MergeRequests.CustomerMergeRequest;
import org.callboard.mergeapi.MergeRequests.CustomerPreviewRequest;
import org.callboard.mergeapi.MergeRequests.Decided;
import org.callboard.mergeapi.MergeRequests.LocationMergeRequest;
import org.callboard.mergeapi.MergeRequests.LocationPreviewRequest;
import org.callboard.mergeapi.PreviewJson.PreviewResponse;
import org.callboard.merging.Choices;
import org.callboard.merging.MergeRecords;
import org.callboard.merging.Preview;
import org.callboard.merging.Preview.CustomFieldLine;
import org.callboard.merging.PreviewMerge;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.Submission;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what a merge of two customers or locations would do, and does it. */
@RestController
@RequestMapping("/callboard/v1/tenant/{tenant}")
@Tag(name = "Merging")
class MergeRecordsController {

    private static final String PREVIEW = "Nothing is written. What is in the way stands in `blockers`.";
    private static final String MERGE =
            "The record of the path is kept, the other one stays as a row that is not active and"
                    + " names it in `mergedToId`. Where something differs from the preview the answer is 412, and `data.preview` is the"
                    + " new one. Asked again for the same two it gives the merge that stands. More than 25,000 rows move in the"
                    + " background: then the answer is 202, and the merge is Waiting.";

    private final PreviewMerge previews;
    private final MergeRecords merging;

    MergeRecordsController(PreviewMerge previews, MergeRecords merging) {
        this.previews = previews;
        this.merging = merging;
    }

    @PostMapping("/customers/{id}/merge-preview")
    @ApiAccess(value = Scope.CUSTOMERS_WRITE, merges = true)
    @Operation(
            operationId = "Customers_PreviewMerge",
            summary = "Show what merging another customer into this one would do",
            description = PREVIEW)
    PreviewResponse previewCustomers(
            @PathVariable long tenant,
            @PathVariable long id,
            @ParameterObject ApplicationQuery application,
            @RequestBody Submission<CustomerPreviewRequest> sent) {
        return preview(RecordKind.Customer, tenant, id, application, sent);
    }

    @PostMapping("/customers/{id}/merge")
    @ApiAccess(value = Scope.CUSTOMERS_WRITE, merges = true)
    @Operation(operationId = "Customers_Merge", summary = "Merge another customer into this one", description = MERGE)
    @ApiResponse(responseCode = "200", description = "The two are one.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "It is worked on.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "412")
    ResponseEntity<MergeResponse> mergeCustomers(
            @PathVariable long tenant,
            @PathVariable long id,
            @ParameterObject ApplicationQuery application,
            @RequestBody Submission<CustomerMergeRequest> sent) {
        return merge(RecordKind.Customer, tenant, id, application, sent);
    }

    @PostMapping("/locations/{id}/merge-preview")
    @ApiAccess(value = Scope.LOCATIONS_WRITE, merges = true)
    @Operation(
            operationId = "Locations_PreviewMerge",
            summary = "Show what merging another location of the customer into this one would do",
            description = PREVIEW)
    PreviewResponse previewLocations(
            @PathVariable long tenant,
            @PathVariable long id,
            @ParameterObject ApplicationQuery application,
            @RequestBody Submission<LocationPreviewRequest> sent) {
        return preview(RecordKind.Location, tenant, id, application, sent);
    }

    @PostMapping("/locations/{id}/merge")
    @ApiAccess(value = Scope.LOCATIONS_WRITE, merges = true)
    @Operation(
            operationId = "Locations_Merge",
            summary = "Merge another location of the customer into this one",
            description = MERGE)
    @ApiResponse(responseCode = "200", description = "The two are one.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "It is worked on.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "412")
    ResponseEntity<MergeResponse> mergeLocations(
            @PathVariable long tenant,
            @PathVariable long id,
            @ParameterObject ApplicationQuery application,
            @RequestBody Submission<LocationMergeRequest> sent) {
        return merge(RecordKind.Location, tenant, id, application, sent);
    }

    private <T extends Record & Asked> PreviewResponse preview(
            RecordKind kind, long tenant, long kept, ApplicationQuery application, Submission<T> sent) {
        Choices choices = check(kind, tenant, kept, sent);
        return PreviewResponse.from(
                previews.of(kind, tenant, kept, sent.request().removeId(), choices),
                application.externalDataApplicationGuid());
    }

    private <T extends Record & Decided> ResponseEntity<MergeResponse> merge(
            RecordKind kind, long tenant, long kept, ApplicationQuery application, Submission<T> sent) {
        Choices choices = check(kind, tenant, kept, sent);
        T request = sent.request();
        return MergeResponse.show(MergeJson.resting(
                () -> merging.merge(kind, tenant, kept, request.removeId(), choices, request.planTag()),
                Preview.class,
                preview -> PreviewResponse.from(preview, application.externalDataApplicationGuid())));
    }

    /** What was chosen. Invalid that names all that is wrong, NotFound where one of the two is not there. */
    private <T extends Record & Asked> Choices check(RecordKind kind, long tenant, long kept, Submission<T> sent) {
        Long removed = sent.request().removeId();
        Chosen chosen = sent.request().choices();
        List<CustomFieldChoice> fields =
                chosen == null ? List.of() : Objects.requireNonNullElse(chosen.customFields(), List.of());
        FieldErrors found = new FieldErrors();
        Set<Long> known = Set.of();
        if (removed != null && removed == kept) {
            found.add("removeId", "A record can't be merged with itself.");
        } else if (removed != null && !fields.isEmpty()) {
            known = previews.of(kind, tenant, kept, removed, Choices.NONE).customFields().stream()
                    .map(CustomFieldLine::typeId)
                    .collect(Collectors.toSet());
        }
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            Long type = fields.get(i) == null ? null : fields.get(i).typeId();
            if (type != null) {
                String at = "choices.customFields[" + i + "].typeId";
                found.addIf(!seen.add(type), at, "This field is named twice.")
                        .addIf(!known.contains(type), at, "Neither of the two has a custom field " + type + ".");
            }
        }
        sent.refuse(found);
        return Chosen.of(chosen);
    }
}

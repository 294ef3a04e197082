package org.callboard.mergeapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.callboard.database.RecordShape.Copy;
import org.callboard.details.RecordKind;
import org.callboard.merging.MovedKind;
import org.callboard.merging.Preview;
import org.callboard.merging.Preview.Blocker;
import org.callboard.merging.Preview.Conflict;
import org.callboard.merging.Preview.ContactLine;
import org.callboard.merging.Preview.CustomFieldLine;
import org.callboard.merging.Preview.FieldLine;
import org.callboard.merging.Preview.Moving;
import org.callboard.merging.Preview.OfferedPair;
import org.callboard.merging.Preview.Warning;
import org.jspecify.annotations.Nullable;

/** The wire shape of what a merge would do. */
final class PreviewJson {

    private PreviewJson() {}

    @Schema(name = "MergePreviewResponse")
    record PreviewResponse(
            RecordKind kind,
            long keptId,
            long removedId,
            String keptName,
            String removedName,

            @Schema(description = "What the kept record would have in each field, and why.")
            List<FieldLine> fields,

            List<CustomFieldLine> customFields,

            @Schema(description = "What the kept record would get.")
            List<MovingResponse> moving,

            @Schema(
                    description = "Contacts of both that are the same and become one, with the stricter wishes of both."
                            + " The removed record's stays, no longer active.")
            List<ContactLine> contacts,

            ConflictsResponse externalDataConflicts,
            List<Warning> warnings,

            @Schema(description = "Why the two can't be merged so; the merge would be refused with 409.")
            List<Blocker> blockers,

            @Schema(description = "Locations of both customers at one address, which could be merged as well.")
            List<OfferedPair> pairs,

            @Schema(description = "How many rows would move. More than 25,000 are moved in the background.")
            long rows,

            @Schema(description = "What the merge must name, so that nothing else is merged than what was shown.")
            String planTag) {

        private static final Copy<PreviewResponse> COPY =
                Copy.of(PreviewResponse.class, Preview.class, "moving", "externalDataConflicts");

        static PreviewResponse from(Preview preview, @Nullable UUID application) {
            return COPY.from(
                    preview,
                    preview.moving().stream().map(MovingResponse::from).toList(),
                    ConflictsResponse.from(preview.conflicts(), application));
        }
    }

    @Schema(name = "MergeMovingResponse")
    record MovingResponse(
            MovedKind kind,
            long count,

            @Schema(description = "The first 50, of what the connection may read.")
            List<SampleResponse> first) {

        static MovingResponse from(Moving moving) {
            return new MovingResponse(
                    moving.kind(),
                    moving.count(),
                    MergeJson.readable(moving.kind())
                            ? moving.first().stream()
                                    .map(one -> new SampleResponse(
                                            moving.kind() == MovedKind.Relationship ? null : Long.valueOf(one.id()),
                                            one.text()))
                                    .toList()
                            : List.of());
        }
    }

    @Schema(name = "MergeSampleResponse")
    record SampleResponse(
            @Schema(description = "Null for a relationship, which has no number.") @Nullable
            Long id,

            String text) {}

    @Schema(
            name = "MergeConflictsResponse",
            description =
                    "External data that both have under one key with different values: the kept record keeps its own,"
                            + " and a search for the removed record's value finds the kept one.")
    record ConflictsResponse(
            @Schema(description = "Of all applications.") int count,

            @Schema(description = "Those of the application that the request names.")
            List<ConflictResponse> own) {

        static ConflictsResponse from(List<Conflict> conflicts, @Nullable UUID application) {
            return new ConflictsResponse(
                    conflicts.size(),
                    conflicts.stream()
                            .filter(one -> one.application().equals(application))
                            .map(one -> new ConflictResponse(one.key(), one.kept(), one.removed()))
                            .toList());
        }
    }

    @Schema(name = "MergeConflictResponse")
    record ConflictResponse(String key, String kept, String removed) {}
}

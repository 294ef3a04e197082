package org.callboard.mergeapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.callboard.database.RecordShape;
import org.callboard.database.RecordShape.Copy;
import org.callboard.details.RecordKind;
import org.callboard.merging.MovedKind;
import org.callboard.merging.UndoPreview;
import org.callboard.merging.UndoPreview.Blocker;
import org.callboard.merging.UndoPreview.Since;
import org.callboard.merging.UndoPreview.Stays;
import org.callboard.merging.UndoPreview.What;
import org.callboard.merging.UndoPreview.Why;
import org.jspecify.annotations.Nullable;

/** The wire shape of what it would do to undo a merge. */
final class UndoJson {

    private UndoJson() {}

    @Schema(name = "MergeUndoPreviewResponse")
    record UndoPreviewResponse(
            long mergeId,
            RecordKind kind,
            long keptId,
            long removedId,

            @Schema(description = "How much of each kind goes back to the removed record, or as it was.")
            List<GoesBackResponse> goesBack,

            @Schema(description = "What remains as it is, since it is no longer as the merge left it.")
            List<StaysResponse> stays,

            @Schema(description = "What has come to the kept record since, and whose it would be.")
            List<Since> madeSince,

            @Schema(description = "Why the merge can't be undone, or not now; the undo would be refused with 409.")
            List<Blocker> blockers,

            @Schema(description = "How many webhook messages were delivered about the merge. They are not taken back.")
            long eventsTold,

            @Schema(description = "What the undo must name, so that nothing else is undone than what was shown.")
            String planTag) {

        private static final Copy<UndoPreviewResponse> COPY =
                Copy.of(UndoPreviewResponse.class, UndoPreview.class, "goesBack", "stays", "madeSince");

        static UndoPreviewResponse from(UndoPreview preview, @Nullable UUID application) {
            return COPY.from(
                    preview,
                    preview.goesBack().entrySet().stream()
                            .map(one -> new GoesBackResponse(one.getKey(), one.getValue()))
                            .toList(),
                    preview.stays().stream()
                            .map(one -> StaysResponse.from(one, application))
                            .toList(),
                    preview.madeSince().stream().map(UndoJson::readable).toList());
        }
    }

    private static Since readable(Since since) {
        return MergeJson.readable(MovedKind.valueOf(since.what().name())) ? since : RecordShape.with(since, "text", "");
    }

    @Schema(name = "MergeGoesBackResponse")
    record GoesBackResponse(What what, long count) {}

    @Schema(name = "MergeStaysResponse")
    record StaysResponse(
            What what,

            @Schema(description = "Null for a field, a relationship and external data.") @Nullable
            Long id,

            @Schema(description = "The name of a field, or the key of external data of the application that is named.")
            @Nullable
            String name,

            Why why) {

        static StaysResponse from(Stays stays, @Nullable UUID application) {
            String name = stays.id();
            return switch (stays.what()) {
                case Field -> new StaysResponse(stays.what(), null, name, stays.why());
                case Relationship -> new StaysResponse(stays.what(), null, null, stays.why());
                case ExternalData -> {
                    String own = application + "/";
                    yield new StaysResponse(
                            stays.what(),
                            null,
                            name.startsWith(own) ? name.substring(own.length()) : null,
                            stays.why());
                }
                default -> new StaysResponse(stays.what(), Long.valueOf(name), null, stays.why());
            };
        }
    }
}

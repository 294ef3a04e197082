package org.callboard.mergeapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.callboard.access.Apps;
import org.callboard.access.Scope;
import org.callboard.database.RecordShape.Copy;
import org.callboard.details.RecordKind;
import org.callboard.http.EntityTag;
import org.callboard.merging.Merge;
import org.callboard.merging.MovedKind;
import org.callboard.refusals.Refusal.Stale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** The wire shape of a merge, and what it shares with those of the previews. */
final class MergeJson {

    private MergeJson() {}

    @Schema(name = "MergeResponse")
    record MergeResponse(
            long id,
            RecordKind kind,
            long keptId,
            long removedId,

            @Schema(
                    description = "Waiting and UndoWaiting are worked on in the background; of Failed nothing came, and"
                            + " failure says why. An undo that failed leaves Done, with failure.")
            Merge.State state,

            @Nullable String failure,

            @Schema(
                    description = "The merge of two customers in which these locations were a pair. It alone can be"
                            + " undone.")
            @Nullable
            Long partOfId,

            @Schema(description = "The first of several merges that were made at once.") @Nullable
            Long batchId,

            @Schema(description = "How many of each kind the kept record got.")
            List<MovedResponse> moved,

            Instant mergedOn,
            String mergedBy,

            @Schema(description = "Null where it can't be undone, or not by itself.") @Nullable
            Instant undoableUntil,

            @Nullable Instant undoneOn,
            @Nullable String undoneBy) {

        private static final Copy<MergeResponse> COPY =
                Copy.of(MergeResponse.class, Merge.class, "partOfId", "moved", "mergedBy", "undoableUntil");

        static MergeResponse from(Merge merge) {
            return COPY.from(
                    merge, merge.partOf(), MovedResponse.all(merge.moved()), merge.by(), merge.undoableUntil());
        }

        /** The answer to whoever merged or undid: 202 while a task works on it. */
        static ResponseEntity<MergeResponse> show(Merge merge) {
            MergeResponse reply = from(merge);
            return merge.isUnderway() ? ResponseEntity.accepted().body(reply) : EntityTag.show(reply);
        }
    }

    @Schema(name = "MergeMovedResponse")
    record MovedResponse(MovedKind kind, long count) {

        static List<MovedResponse> all(Map<MovedKind, Long> moved) {
            return moved.entrySet().stream()
                    .map(one -> new MovedResponse(one.getKey(), one.getValue()))
                    .toList();
        }
    }

    /** Does what rests on a preview; where that is stale, the refusal holds the new one in its wire shape. */
    static <P, T> T resting(Supplier<T> work, Class<P> preview, Function<P, Object> shape) {
        try {
            return work.get();
        } catch (Stale stale) {
            Object fresh = stale.facts().get("preview");
            if (preview.isInstance(fresh)) {
                stale.with("preview", shape.apply(preview.cast(fresh)));
            }
            throw stale;
        }
    }

    /** Whether whoever asks may read what such a row says, beside that it is there. */
    static boolean readable(MovedKind kind) {
        return switch (kind) {
            case Job, Invoice -> Apps.hasScope(Scope.JOBS_READ);
            case Lead -> Apps.hasScope(Scope.LEADS_READ);
            case Call -> Apps.hasScope(Scope.CALLS_READ);
            default -> true;
        };
    }
}

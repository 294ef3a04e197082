package org.callboard.merging;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.callboard.details.RecordKind;

/**
 * What it would do to undo a merge, without doing it.
 *
 * @param goesBack how much of each kind
 * @param stays what is as it was not left by the merge, and so remains as it is
 * @param madeSince what has come to the kept record since
 * @param eventsTold how many webhooks' messages were delivered about the merge; they are not taken back
 * @param planTag what the undo must name, so that nothing else is undone than what was shown
 */
public record UndoPreview(
        long mergeId,
        RecordKind kind,
        long keptId,
        long removedId,
        Map<What, Long> goesBack,
        List<Stays> stays,
        List<Since> madeSince,
        List<Blocker> blockers,
        long eventsTold,
        String planTag) {

    public enum What {
        Field,
        CustomField,
        Tag,
        ExternalData,
        Contact,
        Relationship,
        Note,
        Location,
        Job,
        Lead,
        Call,
        Merged
    }

    /** Why something remains as it is. */
    public enum Why {
        /** Somebody has changed it since. */
        @JsonProperty("Changed")
        CHANGED,
        /** It belongs to another record by now, or is gone. */
        @JsonProperty("MovedOn")
        MOVED_ON,
        /** It was taken out of use since. */
        @JsonProperty("Inactive")
        INACTIVE,
        /** Less mail, no service, no texts: that holds for both. */
        @JsonProperty("Stricter")
        STRICTER
    }

    /**
     * Something that remains as it is.
     *
     * @param id the name of a field, or an id
     */
    public record Stays(What what, String id, Why why) {}

    /**
     * Something that was made since.
     *
     * @param goesBack whether it goes to the removed record
     */
    @Schema(name = "MergeMadeSince")
    public record Since(What what, long id, String text, boolean goesBack) {}

    /** Why a merge can't be undone, or not now. */
    @Schema(name = "MergeUndoBlocker")
    public record Blocker(Reason reason, String text, Map<String, Object> facts) {

        public enum Reason {
            /** It is not done, or part of another merge. */
            @JsonProperty("State")
            STATE,
            @JsonProperty("PartOf")
            PART_OF,
            /** It is too long ago. */
            @JsonProperty("Expired")
            EXPIRED,
            /** A later merge has to be undone first. */
            @JsonProperty("LaterMerge")
            LATER_MERGE,
            @JsonProperty("NoActiveLocation")
            NO_ACTIVE_LOCATION
        }
    }
}

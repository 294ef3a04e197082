package org.callboard.duplicates;

import java.time.Instant;
import java.util.List;
import org.callboard.matches.Band;
import org.callboard.matches.MatchReason;
import org.jspecify.annotations.Nullable;

/**
 * Two records in use that may be one.
 *
 * @param reasons what speaks for it, then what speaks against it
 * @param decidedBy who said that they are two, also where something new came up since; null where nobody did
 */
public record DuplicatePair(
        long lowId,
        long highId,
        int score,
        List<MatchReason> reasons,
        State state,
        @Nullable String decidedBy,
        @Nullable Instant decidedOn,
        @Nullable String note) {

    /** The constants are stored. */
    public enum State {
        /** To be looked at. */
        Open,
        /** Somebody said that they are two. */
        NotDuplicate,
        /** One was merged into the other. */
        Merged
    }

    public Band band() {
        return Band.of(score);
    }

    /** The other one of the two. */
    public long other(long id) {
        return id == lowId ? highId : lowId;
    }
}

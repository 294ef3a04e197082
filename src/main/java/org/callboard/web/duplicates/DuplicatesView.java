package org.callboard.web.duplicates;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.details.RecordKind;
import org.callboard.duplicates.DuplicatePair;
import org.callboard.duplicates.DuplicatePairs.After;
import org.callboard.duplicates.DuplicatePairs.Counts;
import org.callboard.duplicates.DuplicatePairs.Progress;
import org.callboard.duplicates.PairSide;
import org.callboard.matches.Band;
import org.callboard.matches.MatchReason;
import org.callboard.web.records.OpenRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the list of duplicates shows.
 *
 * @param next where the following pairs are; null where these are the last
 */
record DuplicatesView(
        RecordKind kind,
        Band band,
        Counts counts,
        Progress progress,
        List<Pair> pairs,
        @Nullable String next) {

    private static final Pattern AFTER = Pattern.compile("\\d{1,3}-\\d{1,15}-\\d{1,15}");

    /** Two records side by side, the one that would be kept first. */
    record Pair(RecordKind kind, Band band, DuplicatePair found, PairSide kept, PairSide removed) {

        static Pair of(RecordKind kind, DuplicatePair found, PairSide low, PairSide high) {
            boolean swapped = high.isKeptBefore(low);
            return new Pair(kind, found.band(), found, swapped ? high : low, swapped ? low : high);
        }

        public List<PairSide> sides() {
            return List.of(kept, removed);
        }

        public List<MatchReason> reasons() {
            return found.reasons();
        }

        /** Who said that they are two before something new came up; null where nobody did. */
        public @Nullable String dismissedBy() {
            return found.decidedBy();
        }

        public @Nullable Instant dismissedOn() {
            return found.decidedOn();
        }

        /** Where the two are merged. */
        public String merge() {
            return OpenRecord.path(kind) + "/merge?keep=%d&with=%d&from=duplicates".formatted(kept.id(), removed.id());
        }
    }

    public String path() {
        return path(kind);
    }

    static String path(RecordKind kind) {
        return OpenRecord.path(kind) + "/duplicates";
    }

    /** Where the pairs behind one are. */
    static String next(RecordKind kind, Band band, DuplicatePair last) {
        return path(kind) + "?band=%s&after=%d-%d-%d".formatted(band, last.score(), last.lowId(), last.highId());
    }

    /** The pair that such an address names; null where it names none. */
    static @Nullable After after(@Nullable String text) {
        if (text == null || !AFTER.matcher(text).matches()) {
            return null;
        }
        String[] parts = text.split("-", -1);
        return new After(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    public boolean customers() {
        return kind == RecordKind.Customer;
    }

    public List<Band> bands() {
        return List.of(Band.VeryLikely, Band.Likely, Band.Possible);
    }

    public int percent() {
        return progress.total() == 0 ? 0 : (int) Math.min(100, 100 * progress.done() / progress.total());
    }
}

package org.callboard.web.merging;

import java.time.Instant;
import java.util.List;
import org.callboard.details.ContactEntry;
import org.callboard.details.RecordKind;
import org.callboard.web.records.OpenRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a merge shows: two records side by side, what is chosen, and what would come of it.
 *
 * @param rows the fields in which the two differ
 * @param same the others, of which both have one value
 * @param bringsBack whether something that is kept is out of use, and may be brought back
 * @param from the page to go back to afterwards; null for that of the kept record
 */
record MergeView(
        Side kept,
        Side removed,
        List<Row> rows,
        List<Same> same,
        List<PairRow> pairs,
        boolean bringsBack,
        boolean reactivate,
        List<ContactRow> contacts,
        List<Moves> moves,
        List<Conflict> conflicts,
        Outcome outcome,
        @Nullable String from) {

    public RecordKind kind() {
        return kept.rec.kind();
    }

    /** The address of the page for records of this kind. */
    static String path(RecordKind kind) {
        return OpenRecord.path(kind) + "/merge";
    }

    /** @param has how much it has, in words */
    record Side(
            OpenRecord rec,
            Instant since,
            String address,
            List<ContactEntry> contacts,
            int moreContacts,
            List<String> has) {}

    /**
     * A field of both.
     *
     * @param name in the form; null where nothing can be chosen
     * @param keptValue what the form sends for the kept record's value: nothing where the rule takes it anyway
     * @param note why nothing can be chosen, or null
     */
    record Row(
            @Nullable String name,
            String label,
            String kept,
            String removed,
            boolean takesRemoved,
            String keptValue,
            String removedValue,
            @Nullable String note) {}

    record Same(String label, String value) {}

    /** Two locations in one house. */
    record PairRow(String value, boolean chosen, boolean same, Place kept, Place removed) {}

    record Place(long id, String name, String address, boolean active) {}

    /** @param change what becomes of the kept one's wishes and memo; null for nothing */
    record ContactRow(
            String type,
            String value,
            @Nullable String other,
            @Nullable String change) {}

    /**
     * What moves of a kind.
     *
     * @param more how many are not among the first
     */
    record Moves(String words, List<Moved> first, long more) {}

    /** @param href its page; null where it has none */
    record Moved(String text, @Nullable String href) {}

    /** What other programs keep of both under one key. */
    record Conflict(String key, String kept, String removed) {}

    /**
     * What would come of the choices.
     *
     * @param seen the choices, as the address of the page has them
     * @param news what happened instead of the merge that was asked for; null for nothing
     */
    record Outcome(
            OpenRecord kept,
            OpenRecord removed,
            List<Obstacle> obstacles,
            List<String> warnings,
            String sum,
            String planTag,
            String seen,
            @Nullable String from,
            @Nullable String news) {

        public boolean possible() {
            return obstacles.isEmpty();
        }

        /** The page with these choices. */
        public String address() {
            return MergeWords.address(kept.kind(), kept.id(), removed.id(), seen, from);
        }

        /** Where the preview of other choices is asked for. */
        public String preview() {
            return path(kept.kind()) + "/preview?keep=" + kept.id() + "&with=" + removed.id();
        }
    }

    /** What is in the way, and what can be done. */
    record Obstacle(String text, List<Way> ways) {}

    record Way(String words, String href) {}
}

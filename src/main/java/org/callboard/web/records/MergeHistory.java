package org.callboard.web.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.callboard.changes.Action;
import org.callboard.changes.Changes.Change;
import org.callboard.changes.Diff;
import org.callboard.details.RecordKind;
import org.callboard.merging.Merges;

/** Reads the rows of the change log that merges write. */
final class MergeHistory {

    private static final String CUSTOM_FIELDS = "customFields";

    /** Fields that hold the id of a record of the same kind. */
    static final Set<String> NAMING = Set.of(Merges.REMOVED, RecordKind.MERGED_TO);

    /** What a heading says already, or nobody asks for. */
    static final Set<String> HEADED = Set.of(Merges.REMOVED, Merges.HAD, "mergeId");

    /** What goes with an address, and says nothing without it. */
    private static final Set<String> OF_ADDRESSES =
            Set.of("coordinates", "coordinatesSource", "coordinatesVerificationStatus");

    private MergeHistory() {}

    /** Whether the row of the kept record, whose page it is, tells the same. */
    static boolean isToldByTheOther(OpenRecord record, Change change) {
        return change.action() == Action.MERGED_INTO
                && change.recordKind() == record.kind().logged()
                && change.recordId() != record.id();
    }

    /** The heading of a row about a merge; empty for other rows. */
    static Optional<String> heading(Change change, Function<Object, String> name) {
        return switch (change.action()) {
            case MERGED_WITH -> value(change, Merges.REMOVED).map(id -> "Merged with " + name.apply(id));
            case MERGED_INTO -> Optional.of("Merged");
            case UNMERGED ->
                Optional.of(value(change, Merges.REMOVED)
                        .map(id -> "Merge with " + name.apply(id) + " undone")
                        .orElse("Merge undone"));
            default -> Optional.empty();
        };
    }

    private static Optional<Object> value(Change change, String name) {
        return change.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .flatMap(field -> Optional.ofNullable(field.after()));
    }

    /** The record that was merged into the one whose row this is. */
    static Object removed(Change change) {
        return value(change, Merges.REMOVED).orElseThrow();
    }

    /**
     * A value that the merged record had, and the other one did not take over.
     *
     * @param custom whether it is of a custom field, which is called by its name
     */
    record Had(String name, boolean custom, Object value) {}

    /** All such values; none for a row of something else. */
    static List<Had> had(Change change) {
        List<Had> had = new ArrayList<>();
        if (change.action() == Action.MERGED_WITH
                && value(change, Merges.HAD).orElse(null) instanceof Map<?, ?> values) {
            values.forEach((field, value) -> {
                if (CUSTOM_FIELDS.equals(field) && value instanceof Map<?, ?> own) {
                    own.forEach((name, text) -> had.add(new Had(name.toString(), true, text)));
                } else if (!OF_ADDRESSES.contains(field)) {
                    had.add(new Had(field.toString(), false, value));
                }
            });
        }
        return had;
    }

    /** Whether a contact went from one record to the other. */
    static boolean isMoved(OpenRecord record, Change change) {
        return owner(record, change).isPresent();
    }

    /** The heading of a contact that went from one record to the other; empty for another change of it. */
    static Optional<String> moved(OpenRecord record, Change change, Function<Object, String> name) {
        return owner(record, change).map(field -> {
            boolean came = field.after() instanceof Number id && id.longValue() == record.id();
            Object other = Objects.requireNonNull(came ? field.before() : field.after());
            return "Contact " + (came ? "came from " : "went to ") + name.apply(other);
        });
    }

    private static Optional<Diff.Field> owner(OpenRecord record, Change change) {
        return change.fields().stream()
                .filter(field -> field.name().equals(record.kind().idField()))
                .filter(field -> field.before() != null && field.after() != null)
                .findFirst();
    }
}

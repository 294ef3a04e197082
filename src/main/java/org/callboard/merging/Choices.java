package org.callboard.merging;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What whoever merges has chosen.
 *
 * @param fields whose value a field has, by its name on the wire; where nothing is said, the rule of the field decides
 * @param customFields the same by the id of the custom field
 * @param pairs locations of the two customers that are merged as well
 * @param reactivate whether a kept record that is out of use is brought back
 */
public record Choices(Map<String, From> fields, Map<Long, From> customFields, List<Pair> pairs, boolean reactivate) {

    /** Nothing. */
    public static final Choices NONE = new Choices(Map.of(), Map.of(), List.of(), false);

    public enum From {
        KEPT,
        REMOVED
    }

    /** A location of the kept customer, and one of the removed customer that is the same. */
    public record Pair(long keptId, long removedId) {}

    public Choices {
        fields = new TreeMap<>(fields);
        customFields = new TreeMap<>(customFields);
        pairs = List.copyOf(pairs);
    }

    /** Of one of the pairs, of which nothing else can be chosen. */
    Choices ofPair() {
        return new Choices(Map.of(), Map.of(), List.of(), reactivate);
    }
}

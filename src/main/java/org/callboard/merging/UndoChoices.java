package org.callboard.merging;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Whose is what was made since a merge, where it is to be the removed record's again; what is not named is the kept one's, and
 * a job or lead at a location that goes back goes with it, and a call from a number that does.
 *
 * @param jobs by id: true for the removed record
 */
public record UndoChoices(
        Map<Long, Boolean> jobs, Map<Long, Boolean> leads, Map<Long, Boolean> locations, Map<Long, Boolean> calls) {

    /** Nothing. */
    public static final UndoChoices NONE = new UndoChoices(Map.of(), Map.of(), Map.of(), Map.of());

    public UndoChoices {
        jobs = new TreeMap<>(jobs);
        leads = new TreeMap<>(leads);
        locations = new TreeMap<>(locations);
        // an undo that has waited since nobody was asked about calls names none
        calls = new TreeMap<>(Objects.requireNonNullElse(calls, Map.of()));
    }
}

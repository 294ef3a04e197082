package org.callboard.search;

import java.util.List;

/**
 * What the search box found.
 *
 * @param groups one for each kind of which something was found; the one with the likeliest record first
 * @param lookedFor what was typed, as far as it was read; empty where it was blank
 * @param full whether more may fit than was asked for
 */
public record Results(List<Group> groups, String lookedFor, boolean full) {

    /**
     * The records of one kind.
     *
     * @param hits the likeliest first
     */
    public record Group(Kind kind, List<Hit> hits) {}

    /** All lines, group by group. */
    public List<Hit> hits() {
        return groups.stream().flatMap(group -> group.hits().stream()).toList();
    }
}

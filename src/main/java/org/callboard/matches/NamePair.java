package org.callboard.matches;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The two of some names each that are most alike. */
record NamePair(FoldedName one, FoldedName other, NameLikeness likeness) {

    static NamePair best(Set<String> names, Set<String> others) {
        FoldedName unknown = FoldedName.of("");
        List<FoldedName> there = others.stream().map(FoldedName::of).toList();
        return names.stream()
                .map(FoldedName::of)
                .flatMap(one -> there.stream().map(other -> new NamePair(one, other, one.compare(other))))
                .min(Comparator.comparing(NamePair::likeness))
                .orElse(new NamePair(unknown, unknown, NameLikeness.Unknown));
    }

    boolean isOtherGeneration() {
        return one.isOtherGeneration(other);
    }

    /** What the likeness rests on, whichever stands first. */
    String key() {
        return String.join(
                "/", Stream.of(one.key(), other.key()).sorted().distinct().toList());
    }
}

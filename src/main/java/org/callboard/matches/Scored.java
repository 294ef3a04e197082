package org.callboard.matches;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.callboard.addresses.Likeness;
import org.callboard.matches.LikelyMatches.Probe;
import org.callboard.matches.ManyMatches.Doubt;
import org.callboard.matches.MatchStore.Person;
import org.callboard.matches.Traits.SharedDoor;

/**
 * Somebody on record, and how likely it is the one who is looked for. For lists, where nobody looks, there is a rule beside
 * the score that attaches or does not.
 *
 * @param alike how alike the names are, from 0 to 1
 * @param stranger whether both name and address are known and are others
 */
record Scored(Person person, Signs signs, Likelihood likelihood, double alike, boolean stranger) {

    static final Comparator<Scored> LIKELIEST_FIRST = Comparator.comparing((Scored one) -> one.likelihood.score())
            .reversed()
            .thenComparing(one -> !one.signs.telling())
            .thenComparing(one -> one.signs.address())
            .thenComparing(one -> one.person.id());

    /** @param probes what is known of the one who is looked for; names and addresses of each count for all */
    static Scored of(List<Probe> probes, Person person, Signs signs) {
        double alike = probes.stream()
                .mapToDouble(probe -> Alike.names(probe.name(), person.name()))
                .max()
                .orElse(0);
        boolean otherName = alike < Alike.SIMILAR
                && Alike.tells(person.name())
                && probes.stream().anyMatch(probe -> Alike.tells(probe.name()));
        boolean otherAddress = signs.address() == Likeness.Different
                && probes.stream()
                        .anyMatch(probe -> probe.address() != null
                                && !probe.address().doors().isEmpty()
                                && probe.address().hasPlace());
        return new Scored(person, signs, likelihood(probes, person, signs), alike, otherName && otherAddress);
    }

    private static Likelihood likelihood(List<Probe> probes, Person person, Signs signs) {
        Set<String> names = new LinkedHashSet<>();
        List<SharedDoor> doors = new ArrayList<>();
        for (Probe probe : probes) {
            names.add(probe.name());
            if (probe.address() != null && !signs.doors().isEmpty()) {
                doors.add(new SharedDoor(probe.address(), true));
            }
        }
        return MatchScore.of(
                new Traits(names, null, signs.asked(), doors),
                new Traits(person.names(), person.kind(), signs.held(), signs.doors()));
    }

    private boolean isSimilar() {
        return alike >= Alike.SIMILAR;
    }

    /** Whether somebody should look at it. */
    boolean mayBeTheSame() {
        return signs.phone() || signs.email() || signs.address() != Likeness.Different && isSimilar();
    }

    /** Whether it is the same, as far as that can be told where nobody looks. */
    boolean attaches() {
        return signs.telling() && !stranger || signs.address() == Likeness.Same && isSimilar();
    }

    /** Why one that may be the same does not attach. */
    Doubt doubt() {
        if (signs.telling()) {
            return Doubt.Stranger;
        }
        return signs.shared() ? Doubt.Shared : signs.phone() ? Doubt.Extension : Doubt.SimilarAddress;
    }

    /** What a line of a list is told by, as far as it attaches by it. */
    List<MatchReason> reasons() {
        List<MatchReason> reasons = new ArrayList<>();
        if (signs.phone()) {
            reasons.add(MatchReason.SamePhone);
        }
        if (signs.email()) {
            reasons.add(MatchReason.SameEmail);
        }
        if (signs.address() == Likeness.Same) {
            reasons.add(MatchReason.SameAddress);
        } else if (signs.address() == Likeness.Possible) {
            reasons.add(MatchReason.SimilarAddress);
        }
        if (isSimilar()) {
            reasons.add(MatchReason.SimilarName);
        }
        return reasons;
    }
}

package org.callboard.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.callboard.addresses.Likeness;
import org.callboard.search.MatchStore.Known;

/**
 * Somebody on record, and how likely it is the one who is looked for.
 *
 * @param address what the nearest of the places has in common with the address that is looked for
 * @param alike how alike the names are, from 0 to 1
 */
record Scored(Known known, Likeness address, double alike) {

    static final Comparator<Scored> LIKELIEST_FIRST =
            Comparator.comparing(Scored::score).reversed().thenComparing(one -> one.known.id());

    double score() {
        return (known.phone() ? 40 : 0)
                + (known.email() ? 40 : 0)
                + (address == Likeness.Same ? 35 : address == Likeness.Possible ? 25 : 0)
                + 20 * alike;
    }

    boolean isSimilar() {
        return alike >= Alike.SIMILAR;
    }

    boolean mayBeTheSame() {
        return known.phone() || known.email() || address != Likeness.Different && isSimilar();
    }

    List<MatchReason> reasons() {
        List<MatchReason> reasons = new ArrayList<>();
        if (known.phone()) {
            reasons.add(MatchReason.SamePhone);
        }
        if (known.email()) {
            reasons.add(MatchReason.SameEmail);
        }
        if (address == Likeness.Same) {
            reasons.add(MatchReason.SameAddress);
        } else if (address == Likeness.Possible) {
            reasons.add(MatchReason.SimilarAddress);
        }
        if (isSimilar()) {
            reasons.add(MatchReason.SimilarName);
        }
        return reasons;
    }
}

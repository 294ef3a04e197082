package org.callboard.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.callboard.search.MatchStore.Known;

/**
 * Somebody on record, and how likely it is the one who is looked for.
 *
 * @param alike how alike the names are, from 0 to 1
 */
record Scored(Known known, double alike) {

    static final Comparator<Scored> LIKELIEST_FIRST =
            Comparator.comparing(Scored::score).reversed().thenComparing(one -> one.known.id());

    double score() {
        return (known.phone() ? 40 : 0)
                + (known.email() ? 40 : 0)
                + (known.places().isEmpty() ? 0 : 35)
                + 20 * alike;
    }

    boolean isSimilar() {
        return alike >= Alike.SIMILAR;
    }

    boolean mayBeTheSame() {
        return known.phone() || known.email() || !known.places().isEmpty() && isSimilar();
    }

    List<MatchReason> reasons() {
        List<MatchReason> reasons = new ArrayList<>();
        if (known.phone()) {
            reasons.add(MatchReason.SamePhone);
        }
        if (known.email()) {
            reasons.add(MatchReason.SameEmail);
        }
        if (!known.places().isEmpty()) {
            reasons.add(MatchReason.SameAddress);
        }
        if (isSimilar()) {
            reasons.add(MatchReason.SimilarName);
        }
        return reasons;
    }
}

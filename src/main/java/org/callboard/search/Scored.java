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

    private static final String SAME_PHONE = "Same phone";
    private static final String SAME_EMAIL = "Same e-mail";
    private static final String SAME_ADDRESS = "Same address";
    private static final String SIMILAR_NAME = "Similar name";

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

    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (known.phone()) {
            reasons.add(SAME_PHONE);
        }
        if (known.email()) {
            reasons.add(SAME_EMAIL);
        }
        if (!known.places().isEmpty()) {
            reasons.add(SAME_ADDRESS);
        }
        if (isSimilar()) {
            reasons.add(SIMILAR_NAME);
        }
        return reasons;
    }
}

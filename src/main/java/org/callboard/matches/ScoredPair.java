package org.callboard.matches;

/**
 * Two records that may be one.
 *
 * @param low the one with the lower id
 */
public record ScoredPair(long low, long high, Likelihood likelihood) {

    /** Two ids, the lower one first. */
    record Ids(long low, long high) {

        static Ids of(long one, long other) {
            return new Ids(Math.min(one, other), Math.max(one, other));
        }
    }

    static ScoredPair of(Ids ids, Likelihood likelihood) {
        return new ScoredPair(ids.low, ids.high, likelihood);
    }

    /** Whether somebody should look at them. */
    boolean isPossible() {
        return likelihood.score() >= Band.Possible.from();
    }
}

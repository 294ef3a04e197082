package org.callboard.matches;

import java.util.List;
import java.util.Set;

/**
 * How likely two records are one.
 *
 * @param score from 0 to 100
 * @param reasons what speaks for it, then what speaks against it
 * @param fingerprint what speaks for it, each with a mark of what it rests on: another number is another mark
 */
public record Likelihood(int score, List<MatchReason> reasons, Set<String> fingerprint) {

    public Band band() {
        return Band.of(score);
    }
}

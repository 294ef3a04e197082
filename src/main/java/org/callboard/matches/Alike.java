package org.callboard.matches;

import java.util.HashSet;
import java.util.Set;
import org.callboard.addresses.TextNormalizer;

/** How alike two names are, by the threes of letters that they have in common: the order of their words does not count. */
public final class Alike {

    /** From here on, people would call them similar. */
    static final double SIMILAR = 0.45;

    private Alike() {}

    /** From 0, nothing in common, to 1, the same words. */
    static double names(String one, String other) {
        Set<String> threes = threes(one);
        Set<String> others = threes(other);
        Set<String> both = new HashSet<>(threes);
        both.retainAll(others);
        int all = threes.size() + others.size() - both.size();
        return all == 0 ? 0 : (double) both.size() / all;
    }

    /**
     * Whether people would call two whole names similar. A single word of a longer name tells too little, since very many
     * have it.
     */
    public static boolean areSimilar(String one, String other) {
        int fewest = Math.min(words(one), words(other));
        double alike = names(one, other);
        return tells(one) && (fewest > 1 ? alike >= SIMILAR : alike == 1);
    }

    private static int words(String name) {
        return TextNormalizer.words(name).size();
    }

    /** Whether a name says who it is: initials may be anybody's. */
    static boolean tells(String name) {
        return TextNormalizer.words(name).stream().anyMatch(word -> word.length() > 1);
    }

    private static Set<String> threes(String name) {
        Set<String> threes = new HashSet<>();
        for (String word : TextNormalizer.words(name)) {
            String padded = "  " + word + " ";
            for (int i = 0; i + 3 <= padded.length(); i++) {
                threes.add(padded.substring(i, i + 3));
            }
        }
        return threes;
    }
}

package org.callboard.search;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** What somebody may have meant who made one mistake in typing a word. */
final class Typos {

    private static final int SHORTEST = 3;

    /** Longer words would have very many; and who types so much makes more than one mistake. */
    private static final int LONGEST = 30;

    private Typos() {}

    static boolean mayBeIn(String word) {
        return word.length() >= SHORTEST
                && word.length() <= LONGEST
                && word.chars().noneMatch(c -> Character.isDigit(c) || Character.isSurrogate((char) c));
    }

    /** All that is a letter too few or too many away, another letter, or two letters swapped; without the word itself. */
    static Set<String> around(String word) {
        Set<Character> letters = new TreeSet<>();
        for (char c = 'a'; c <= 'z'; c++) {
            letters.add(c);
        }
        word.chars().forEach(c -> letters.add((char) c));
        Set<String> all = new LinkedHashSet<>();
        for (int i = 0; i <= word.length(); i++) {
            String before = word.substring(0, i);
            String after = word.substring(i);
            letters.forEach(letter -> all.add(before + letter + after));
            if (!after.isEmpty()) {
                String rest = after.substring(1);
                all.add(before + rest);
                letters.forEach(letter -> all.add(before + letter + rest));
                if (!rest.isEmpty()) {
                    all.add(before + rest.charAt(0) + after.charAt(0) + rest.substring(1));
                }
            }
        }
        all.remove(word);
        return all;
    }
}

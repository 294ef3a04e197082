package org.callboard.matches;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.callboard.matches.MatchStore.Person;
import org.callboard.matches.ScoredPair.Ids;

/**
 * Which of some people have names that are alike, without comparing each with each: names have a word in common, or one
 * that is a letter off, and so the same where that letter is left out.
 */
final class NameBlocks {

    /** So many of one word are compared each with each; in a building that is named for its owner all have the word. */
    private static final int MOST_OF_A_WORD = 20;

    private final Map<Long, Person> people;
    private final Predicate<Ids> counts;
    private final Map<Long, Keys> known = new HashMap<>();

    /** @param whole one for each name, the same for those that are one name */
    private record Keys(Set<String> whole, Set<String> words) {}

    /** @param counts which pairs are asked for: the others are not compared */
    NameBlocks(Map<Long, Person> people, Predicate<Ids> counts) {
        this.people = people;
        this.counts = counts;
    }

    /** Gives each two of some people whose names are alike, perhaps more than once. */
    void pairs(Collection<Long> some, Consumer<Ids> found) {
        if (some.size() < 2) {
            return;
        }
        Map<String, TreeSet<Long>> byName = new HashMap<>();
        Map<String, TreeSet<Long>> byWord = new HashMap<>();
        for (long one : some) {
            Keys keys = known.computeIfAbsent(one, this::keys);
            keys.whole.forEach(
                    key -> byName.computeIfAbsent(key, any -> new TreeSet<>()).add(one));
            keys.words.forEach(
                    key -> byWord.computeIfAbsent(key, any -> new TreeSet<>()).add(one));
        }
        Set<Ids> tried = new HashSet<>();
        byName.values().forEach(same -> pairs(same, true, tried, found));
        byWord.values().forEach(same -> pairs(same, false, tried, found));
    }

    /** @param star whether of very many each is compared with the first at least */
    private void pairs(TreeSet<Long> some, boolean star, Set<Ids> tried, Consumer<Ids> found) {
        List<Long> ids = List.copyOf(some);
        int firsts = ids.size() <= MOST_OF_A_WORD ? ids.size() : star ? 1 : 0;
        for (int i = 0; i < firsts; i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                Ids pair = new Ids(ids.get(i), ids.get(j));
                if (counts.test(pair) && tried.add(pair) && areAlike(pair)) {
                    found.accept(pair);
                }
            }
        }
    }

    private boolean areAlike(Ids pair) {
        return names(pair.low()).stream()
                .anyMatch(one -> names(pair.high()).stream().anyMatch(other -> MatchScore.areNamesAlike(one, other)));
    }

    private Set<String> names(long id) {
        Person person = people.get(id);
        return person == null ? Set.of() : person.names();
    }

    private Keys keys(long id) {
        Set<String> whole = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (String name : names(id)) {
            FoldedName folded = FoldedName.of(name);
            whole.add(folded.joined());
            folded.words().forEach(word -> addVariants(word, keys));
        }
        whole.forEach(name -> addVariants(name, keys));
        return new Keys(whole, keys);
    }

    private static void addVariants(String word, Set<String> keys) {
        keys.add(word);
        for (int i = 0; i < word.length() && word.length() >= Spelling.SHORTEST; i++) {
            keys.add(word.substring(0, i) + word.substring(i + 1));
        }
    }
}

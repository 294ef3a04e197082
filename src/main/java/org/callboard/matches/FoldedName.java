package org.callboard.matches;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.addresses.TextNormalizer;

/**
 * A name in its parts, to compare it with others however they are written.
 *
 * @param words first names and family name, or the words of a company, in the order in which they are said
 * @param titles such as {@code mr}
 * @param generation 1 for {@code Sr}, 2 for {@code Jr}; 0 where the name does not say
 * @param endings of a company, such as {@code llc}
 */
record FoldedName(List<String> words, List<String> titles, int generation, List<String> endings) {

    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "rev");
    private static final Set<String> SILENT = Set.of("and", "the");
    private static final Set<String> ENDINGS =
            Set.of("llc", "llp", "lp", "inc", "incorporated", "co", "company", "corp", "corporation", "ltd", "limited");
    private static final Map<String, Integer> GENERATIONS =
            Map.of("sr", 1, "senior", 1, "i", 1, "jr", 2, "junior", 2, "ii", 2, "iii", 3, "iv", 4, "v", 5);

    /** From how many words of a name on a single letter at its end is a number. */
    private static final int NUMBERED = 3;

    static FoldedName of(String name) {
        List<List<String>> parts = new ArrayList<>();
        for (String part : name.split(",")) {
            List<String> words = new ArrayList<>(TextNormalizer.words(part));
            words.removeAll(SILENT);
            if (!words.isEmpty()) {
                parts.add(words);
            }
        }
        List<String> endings = new ArrayList<>();
        int generation = 0;
        for (int i = parts.size() - 1; i >= 0; i--) {
            List<String> part = parts.get(i);
            boolean first = i == 0;
            while (!part.isEmpty() && !(first && part.size() == 1)) {
                String last = part.getLast();
                if (ENDINGS.contains(last)) {
                    endings.addFirst(part.removeLast());
                } else if (generation == 0 && isGeneration(parts, part, last)) {
                    generation = GENERATIONS.getOrDefault(part.removeLast(), 0);
                } else {
                    break;
                }
            }
        }
        parts.removeIf(List::isEmpty);
        if (parts.size() == 2) {
            Collections.reverse(parts);
        }
        List<String> words = parts.stream().flatMap(List::stream).collect(Collectors.toCollection(ArrayList::new));
        List<String> titles = new ArrayList<>();
        while (words.size() > 1 && TITLES.contains(words.getFirst())) {
            titles.add(words.removeFirst());
        }
        return new FoldedName(List.copyOf(words), List.copyOf(titles), generation, List.copyOf(endings));
    }

    private static boolean isGeneration(List<List<String>> parts, List<String> part, String word) {
        int all = parts.stream().mapToInt(List::size).sum();
        return GENERATIONS.containsKey(word) && (word.length() > 1 || all >= NUMBERED) && (part.size() > 1 || all > 1);
    }

    /** Whether it says who it is: initials may be anybody's. */
    private boolean tells() {
        return words.stream().anyMatch(word -> word.length() > 1);
    }

    /** All words as one: {@code Mc Donald} is {@code McDonald}. */
    String joined() {
        return String.join("", words);
    }

    /** What names rest on each other by: the same for all that are {@link NameLikeness#Equal}. */
    String key() {
        return joined() + " " + generation;
    }

    /** Whether both say which generation they are, and it is another. */
    boolean isOtherGeneration(FoldedName other) {
        return generation != 0 && other.generation != 0 && generation != other.generation;
    }

    NameLikeness compare(FoldedName other) {
        if (!tells() || !other.tells()) {
            return NameLikeness.Unknown;
        }
        if (joined().equals(other.joined())) {
            boolean titled = !titles.isEmpty() && !other.titles.isEmpty() && !titles.equals(other.titles);
            return titled || generation != other.generation || !endings.equals(other.endings)
                    ? NameLikeness.Similar
                    : NameLikeness.Equal;
        }
        if (words.size() == 1 || other.words.size() == 1) {
            return compareWord(other);
        }
        boolean similar = isReordered(other) || isPart(other) || isOneWordOff(other) || isOnePerson(other);
        return similar ? NameLikeness.Similar : compareFamily(other);
    }

    private NameLikeness compareWord(FoldedName other) {
        if (words.size() == other.words.size()) {
            return Spelling.isOneEdit(family(), other.family()) ? NameLikeness.Similar : NameLikeness.OtherFamily;
        }
        String word = words.size() == 1 ? family() : other.family();
        List<String> longer = words.size() == 1 ? other.words : words;
        boolean contained = longer.stream()
                .anyMatch(one -> one.equals(word)
                        || Spelling.isOneEdit(one, word)
                        || Nicknames.SURE.of(one).contains(word));
        return contained ? NameLikeness.Unknown : NameLikeness.OtherFamily;
    }

    private boolean isReordered(FoldedName other) {
        return words.stream()
                .sorted()
                .toList()
                .equals(other.words.stream().sorted().toList());
    }

    /** Whether all words of one stand in the other. */
    private boolean isPart(FoldedName other) {
        return words.containsAll(other.words) || other.words.containsAll(words);
    }

    private boolean isOneWordOff(FoldedName other) {
        if (words.size() != other.words.size()) {
            return false;
        }
        int off = 0;
        for (int i = 0; i < words.size(); i++) {
            String one = words.get(i);
            String two = other.words.get(i);
            if (!one.equals(two)) {
                boolean firstName = i == 0;
                if (!Spelling.isOneEdit(one, two) || firstName && Spelling.isOtherGender(one, two)) {
                    return false;
                }
                off++;
            }
        }
        return off == 1;
    }

    /** Whether the family is the same, and the first name or all first names of one of them are. */
    private boolean isOnePerson(FoldedName other) {
        if (!family().equals(other.family())) {
            return false;
        }
        List<String> here = firstNames();
        List<String> there = other.firstNames();
        if (isSameFirstName(here, 0, there, 0)) {
            return true;
        }
        List<String> fewer = here.size() <= there.size() ? here : there;
        List<String> more = here.size() <= there.size() ? there : here;
        for (int i = 0; i < fewer.size(); i++) {
            boolean found = false;
            for (int j = 0; j < more.size() && !found; j++) {
                found = isSameFirstName(fewer, i, more, j);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /** An initial stands for a name in the same place alone: {@code Anna M} is no {@code Mark}. */
    private static boolean isSameFirstName(List<String> here, int i, List<String> there, int j) {
        String one = here.get(i);
        String other = there.get(j);
        if (one.length() == 1 || other.length() == 1) {
            return i == j && one.charAt(0) == other.charAt(0);
        }
        return one.equals(other) || Nicknames.SURE.of(one).contains(other);
    }

    private NameLikeness compareFamily(FoldedName other) {
        boolean same = words.contains(other.family())
                || other.words.contains(family())
                || Spelling.isOneEdit(family(), other.family());
        return same ? NameLikeness.SameFamily : NameLikeness.OtherFamily;
    }

    private String family() {
        return words.getLast();
    }

    private List<String> firstNames() {
        return words.subList(0, words.size() - 1);
    }
}

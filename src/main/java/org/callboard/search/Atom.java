package org.callboard.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.addresses.Synonyms;
import org.callboard.search.Vocabulary.Found;

/**
 * A condition over one word of a record: one of these words, or any with this beginning where they are too many.
 *
 * @param words those that fit; empty where the beginning serves
 */
record Atom(Field field, List<String> words, String start, String end) {

    static final Atom NONE = new Atom(Field.NAME, List.of(), "", "");

    private static final int MAX_PAIRS = 64;
    private static final int MAX_GUESSES = 6;

    static Atom of(Found found) {
        return new Atom(
                found.asked().field(),
                found.broad() ? List.of() : found.words(),
                found.asked().text(),
                found.asked().end());
    }

    boolean isBroad() {
        return words.isEmpty();
    }

    /**
     * The pairs that whole words would make, to be looked up with the words: where these are all there is, it is known at
     * once how many records the pair has.
     */
    static List<Asked> guesses(List<Asked> asked) {
        List<Asked> guesses = new ArrayList<>();
        for (Asked one : asked) {
            for (Asked other : asked) {
                boolean names = one.field() == Field.NAME && other.field() == Field.NAME;
                if (names && one.text().compareTo(other.text()) < 0) {
                    guesses.add(Asked.whole(Field.NAMES, Words.pair(one.text(), other.text())));
                } else if (isDoor(one, other)) {
                    guesses.add(Asked.whole(Field.DOOR, one.text() + " " + other.text()));
                }
            }
        }
        return guesses.stream().limit(MAX_GUESSES).toList();
    }

    private static boolean isDoor(Asked number, Asked word) {
        return number.field() == Field.STREET
                && word.field() == Field.STREET
                && number.whole()
                && !number.text().equals(word.text())
                && !Synonyms.STREET.mayBeCommon(word.text());
    }

    /**
     * Two words of a name together, or a house number with a word of its street: far fewer records than have either. Empty
     * where the words don't make a pair that is kept for every record that has both.
     */
    static Optional<Atom> pair(List<Found> found) {
        List<Found> usable = found.stream()
                .filter(one -> !one.broad() && !one.words().isEmpty())
                .toList();
        return Stream.concat(doors(usable).stream(), names(usable).stream())
                .filter(atom -> atom.words.size() <= MAX_PAIRS)
                .findFirst();
    }

    private static List<Atom> doors(List<Found> found) {
        List<Atom> atoms = new ArrayList<>();
        for (Found number : in(Field.STREET, found)) {
            for (Found word : in(Field.STREET, found)) {
                if (isDoor(number.asked(), word.asked())) {
                    atoms.add(of(
                            Field.DOOR,
                            word.words().stream()
                                    .map(w -> number.asked().text() + " " + w)
                                    .toList()));
                }
            }
        }
        return atoms;
    }

    private static List<Atom> names(List<Found> found) {
        List<Atom> atoms = new ArrayList<>();
        List<Found> names = in(Field.NAME, found);
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                List<String> others = names.get(j).words();
                atoms.add(of(
                        Field.NAMES,
                        names.get(i).words().stream()
                                .flatMap(one -> others.stream().map(other -> Words.pair(one, other)))
                                .toList()));
            }
        }
        return atoms;
    }

    private static List<Found> in(Field field, List<Found> found) {
        return found.stream().filter(one -> one.asked().field() == field).toList();
    }

    private static Atom of(Field field, List<String> words) {
        return new Atom(field, words, "", "");
    }
}

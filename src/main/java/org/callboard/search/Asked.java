package org.callboard.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.callboard.addresses.TextNormalizer;

/**
 * A word that was asked for in one field.
 *
 * @param whole whether it must be the record's word and not only its beginning
 * @param insteads kept words that it stands for too, such as {@code boulevard} for {@code blvd}
 * @param known the words on record that begin so, where that is known of it; empty where it is not, or they are many
 */
record Asked(Field field, String text, boolean whole, List<String> insteads, List<String> known) {

    static Asked whole(Field field, String text) {
        return new Asked(field, text, true, List.of(), List.of());
    }

    static Asked beginning(Field field, String text) {
        return new Asked(field, text, false, field.synonyms().standingIn(text), List.of());
    }

    /** The same, where these words on record begin so: the index finds a word sooner than all that begin like it. */
    Asked knowing(List<String> words) {
        return new Asked(field, text, whole, insteads, words);
    }

    /** Whether the words on record that begin so can be known. */
    boolean mayBeKnown() {
        return !whole && SearchWordStore.isKept(text);
    }

    /** Whether a great part of all words may begin so. */
    boolean isBroad() {
        return !whole && (text.length() <= SearchQuery.SHORT || SearchQuery.isCommon(text));
    }

    /** The words of a filter's value; none where it has neither letters nor digits. */
    static List<Asked> in(Field field, String value) {
        return switch (field) {
            case STREET -> numbersWhole(field, Words.street(value));
            case UNIT -> numbersWhole(field, Words.unit(value));
            case STATE, COUNTRY ->
                field.synonyms().keptForPhrase(TextNormalizer.words(value)).stream()
                        .map(word -> whole(field, word))
                        .toList();
            default -> beginnings(field, TextNormalizer.words(value));
        };
    }

    private static List<Asked> numbersWhole(Field field, List<String> words) {
        List<Asked> all = new ArrayList<>();
        words.stream().filter(TextNormalizer::isNumber).distinct().forEach(word -> all.add(whole(field, word)));
        all.addAll(beginnings(
                field,
                words.stream().filter(word -> !TextNormalizer.isNumber(word)).toList()));
        return all;
    }

    private static List<Asked> beginnings(Field field, List<String> words) {
        return TextNormalizer.withoutBeginnings(withoutAnd(words)).stream()
                .map(word -> beginning(field, word))
                .toList();
    }

    /** {@code Smith and Sons} may be on record as {@code Smith & Sons}; at the end it may begin another word. */
    private static List<String> withoutAnd(List<String> words) {
        return IntStream.range(0, words.size())
                .filter(i -> i + 1 == words.size() || !words.get(i).equals("and"))
                .mapToObj(words::get)
                .toList();
    }
}

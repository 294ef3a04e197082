package org.callboard.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.addresses.TextNormalizer;
import org.callboard.details.PlaceFilter;
import org.callboard.paging.Where;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * What filters ask of a record's document: for each field its words, all of which must be there.
 *
 * @param words for each field; empty where its value has none, or more than can be asked for
 */
record PlaceQuery(Map<Field, String> values, Map<Field, List<Asked>> words) {

    private static final int MAX_WORDS = 20;

    static PlaceQuery of(PlaceFilter filter) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        put(values, Field.NAME, filter.name());
        put(values, Field.STREET, filter.street());
        put(values, Field.UNIT, filter.unit());
        put(values, Field.CITY, filter.city());
        put(values, Field.STATE, filter.state());
        put(values, Field.ZIP, filter.zip());
        put(values, Field.COUNTRY, filter.country());
        Map<Field, List<Asked>> words = new EnumMap<>(Field.class);
        values.forEach((field, value) -> {
            List<Asked> asked = Asked.in(field, value);
            words.put(field, asked.size() <= MAX_WORDS ? asked : List.of());
        });
        return new PlaceQuery(values, words);
    }

    private static void put(Map<Field, String> values, Field field, @Nullable String value) {
        String text = VisibleText.orNull(value);
        if (text != null) {
            values.put(field, text);
        }
    }

    boolean isEmpty() {
        return words.values().stream().allMatch(List::isEmpty);
    }

    /** The text of a tsquery for all of the words, each in its field. */
    String text(Lexemes lexemes) {
        return words.values().stream()
                .flatMap(List::stream)
                .map(asked -> text(lexemes, asked))
                .collect(Collectors.joining(" & "));
    }

    /** The same, with the words on record for those that begin words. */
    PlaceQuery knowing(Map<String, List<String>> known) {
        Map<Field, List<Asked>> changed = new EnumMap<>(Field.class);
        words.forEach((field, asked) -> changed.put(
                field,
                asked.stream()
                        .map(one -> one.mayBeKnown() ? one.knowing(known.getOrDefault(one.text(), List.of())) : one)
                        .toList()));
        return new PlaceQuery(values, changed);
    }

    /** The words whose beginnings may be known. */
    Set<String> beginnings() {
        return words.values().stream()
                .flatMap(List::stream)
                .filter(Asked::mayBeKnown)
                .map(Asked::text)
                .collect(Collectors.toSet());
    }

    /**
     * The same without those words that so many records have, where there are others: an index that is asked for a beginning
     * gathers all that begin so, before it looks who of them has the other words. A house in a street leaves so few that its
     * zip need not be gathered.
     */
    String narrow(Lexemes lexemes) {
        boolean house = isHouse();
        String narrow = words.values().stream()
                .flatMap(List::stream)
                .filter(asked -> !asked.isBroad() && !(house && asked.field() == Field.ZIP))
                .map(asked -> text(lexemes, asked))
                .collect(Collectors.joining(" & "));
        return narrow.isEmpty() ? text(lexemes) : narrow;
    }

    /** Whether a number and a word of a street are asked for. */
    private boolean isHouse() {
        List<Asked> street = words.getOrDefault(Field.STREET, List.of());
        return street.stream().anyMatch(Asked::whole)
                && street.stream().anyMatch(asked -> !asked.whole() && !asked.isBroad());
    }

    static String text(Lexemes lexemes, Asked asked) {
        Field field = asked.field();
        Stream<String> words = asked.known().isEmpty()
                ? Stream.of(Lexemes.asked(lexemes.word(field, asked.text()), !asked.whole()))
                : asked.known().stream().map(word -> Lexemes.asked(lexemes.word(field, word), false));
        return Stream.concat(
                        words, asked.insteads().stream().map(word -> Lexemes.asked(lexemes.word(field, word), false)))
                .collect(Collectors.joining(" | ", "(", ")"));
    }

    /** The words that may be the end of others where none begins so: the first of a value alone. */
    List<Asked> maybeParts() {
        List<Asked> all = new ArrayList<>();
        words.forEach((field, asked) -> asked.stream()
                .filter(one -> !one.whole()
                        && TextNormalizer.words(value(field)).getFirst().equals(one.text()))
                .forEach(all::add));
        return all;
    }

    /** The same with other words instead of one; without it where there are none of them. */
    PlaceQuery with(Asked replaced, List<String> others) {
        Map<Field, List<Asked>> changed = new LinkedHashMap<>(words);
        changed.put(
                replaced.field(),
                words.getOrDefault(replaced.field(), List.of()).stream()
                        .filter(one -> !one.equals(replaced) || !others.isEmpty())
                        .map(one -> one.equals(replaced)
                                ? new Asked(
                                        one.field(),
                                        others.getFirst(),
                                        true,
                                        others.subList(1, others.size()),
                                        List.of())
                                : one)
                        .toList());
        return new PlaceQuery(values, changed);
    }

    /** Adds conditions over the fields themselves: a value without words is looked for as it is. */
    void narrow(Where where) {
        values.forEach((field, value) -> {
            if (words.getOrDefault(field, List.of()).isEmpty()) {
                contains(where, field, value);
            }
        });
    }

    /** Adds the condition that the value of a field stands anywhere in it. */
    void contains(Where where, Field field) {
        contains(where, field, value(field));
    }

    private String value(Field field) {
        return Objects.requireNonNull(values.get(field));
    }

    private static void contains(Where where, Field field, String value) {
        where.and("position(lower(:%1$s) in lower(%1$s)) > 0".formatted(column(field)), column(field), value);
    }

    private static String column(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}

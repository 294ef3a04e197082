package org.callboard.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.callboard.addresses.TextNormalizer;
import org.callboard.details.PlaceFilter;
import org.callboard.details.RecordKind;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.search.Vocabulary.Found;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Answers those filters of the lists of customers and locations that ask for words. Each word of a filter must begin a
 * word of that field; numbers of streets and units, states and countries must be whole. Where the tenant has no word that
 * begins like the first one, those count that it stands in anywhere; where they are very many, the value itself is looked
 * for in the field, in all rows that its other words leave.
 *
 * <p>One condition finds the records in the order of their ids, the others are looked up in each of these; so a page costs
 * what it holds and not what there is.
 */
@Service
public class PlaceSearch {

    private static final int ALL = Integer.MAX_VALUE;

    /** Records of frequent words are counted no further. */
    private static final int MANY = 20_000;

    /** So many records are each looked up rather than compared with a set. */
    private static final int FEW = 300;

    private static final int MAX_WORDS = 20;

    private final Vocabulary vocabulary;

    PlaceSearch(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Reads one page of the records that fit.
     *
     * @param where the other conditions; those of the words are added
     * @param read reads the page under all of them; it may be asked twice
     */
    public <T> Page<T> page(
            RecordKind kind, long tenant, PlaceFilter filter, Where where, Paging paging, Supplier<Page<T>> read) {
        Looked looked = look(kind, tenant, filter, where);
        if (looked.found.isEmpty()) {
            return read.get();
        }
        Lead lead = lead(kind, tenant, looked);
        List<Atom> others = new ArrayList<>(looked.found.stream().map(Atom::of).toList());
        others.remove(lead.atom);
        if (lead.atom.isBroad() && lead.records >= MANY) {
            where.and(AtomSql.each(kind, where, lead.atom, others));
            return read.get();
        }
        where.and(AtomSql.in(kind, where, lead.atom, others, lead.records < FEW ? Set.of() : lead.gathered));
        if (!where.sort().column().equals("id") || paging.includeTotal()) {
            where.bind("found", ALL);
            return read.get();
        }
        long some = (paging.offset() + paging.limit()) * 5 / 4 + 20;
        where.bind("found", some);
        Page<T> page = read.get();
        if (page.hasMore() || lead.records <= some) {
            return page;
        }
        where.bind("found", ALL); // what else was asked for left too few of them
        return read.get();
    }

    /** Adds the conditions of the words to those of a list that is read to its end. */
    public void narrow(RecordKind kind, long tenant, PlaceFilter filter, Where where) {
        Paging all = new Paging(1, 1, true); // who counts finds all
        page(kind, tenant, filter, where, all, () -> Page.of(all, List.of(), 0));
    }

    /**
     * What the words of the filters found.
     *
     * @param guesses pairs that were looked up with them
     */
    private record Looked(List<Found> found, List<Found> guesses) {

        Optional<Found> few() {
            return found.stream().filter(Found::isFew).min(Comparator.comparing(Found::records));
        }

        /** How many records a pair has where it was guessed; else many. */
        int recordsOf(Atom pair) {
            return guesses.stream()
                    .filter(one -> one.asked().field() == pair.field()
                            && pair.words().equals(List.of(one.asked().text())))
                    .map(Found::records)
                    .findFirst()
                    .filter(records -> records < Vocabulary.ENOUGH)
                    .orElse(MANY);
        }
    }

    /**
     * The condition whose records are gone through.
     *
     * @param records about how many have it; {@link #MANY} stands for any larger number
     * @param gathered other conditions that not many more records have, so that these are compared with them as a whole
     */
    private record Lead(Atom atom, int records, Set<Atom> gathered) {}

    /** What the fewest records have. Frequent words are counted, since a town may be in a tenth of all and a name in few. */
    private Lead lead(RecordKind kind, long tenant, Looked looked) {
        Optional<Found> few = looked.few();
        if (few.isPresent()) {
            return new Lead(Atom.of(few.get()), few.get().records(), Set.of());
        }
        Optional<Atom> pair = Atom.pair(looked.found);
        if (pair.isPresent()) {
            return new Lead(pair.get(), looked.recordsOf(pair.get()), Set.of());
        }
        List<Atom> atoms = looked.found.stream().map(Atom::of).toList();
        List<Integer> counts = vocabulary.count(kind, tenant, atoms, MANY);
        Set<Atom> gathered = IntStream.range(0, atoms.size())
                .filter(i -> counts.get(i) < MANY)
                .mapToObj(atoms::get)
                .collect(Collectors.toSet());
        return IntStream.range(0, atoms.size())
                .mapToObj(i -> new Lead(atoms.get(i), Math.min(MANY, counts.get(i)), gathered))
                .min(Comparator.comparing(Lead::records)
                        .thenComparing(lead -> lead.atom().isBroad()))
                .orElseThrow();
    }

    /** Looks the words up; what they can't answer becomes a condition over the field itself. */
    private Looked look(RecordKind kind, long tenant, PlaceFilter filter, Where where) {
        Map<Field, String> values = values(filter);
        List<Asked> asked = new ArrayList<>();
        values.forEach((field, value) -> {
            List<Asked> words = Asked.in(field, value);
            if (words.size() <= MAX_WORDS) {
                asked.addAll(words);
            }
        });
        List<Asked> guesses = Atom.guesses(asked);
        List<Found> found = vocabulary.find(
                kind, tenant, Stream.concat(asked.stream(), guesses.stream()).toList());
        Map<Boolean, List<Found>> parted =
                found.stream().collect(Collectors.partitioningBy(one -> guesses.contains(one.asked())));
        List<Found> useful = new ArrayList<>();
        values.forEach((field, value) -> {
            List<Found> own = Objects.requireNonNull(parted.get(false)).stream()
                    .filter(one -> one.asked().field() == field)
                    .toList();
            for (Found one : own) {
                Found known = one.words().isEmpty() && mayBePart(one.asked(), value)
                        ? vocabulary.around(kind, tenant, one.asked())
                        : one;
                if (known.words().isEmpty()) {
                    where.and("false");
                } else if (known == one || !known.broad()) {
                    useful.add(known);
                } else {
                    contains(where, field, value);
                }
            }
            if (own.isEmpty()) {
                contains(where, field, value);
            }
        });
        return new Looked(useful, Objects.requireNonNull(parted.get(true)));
    }

    private static void contains(Where where, Field field, String value) {
        String column = field.name().toLowerCase(Locale.ROOT);
        where.and("position(lower(:%1$s) in lower(%1$s)) > 0".formatted(column), column, value);
    }

    /** Whether a word that none begins with may be the end of another: the first word of a value alone. */
    private static boolean mayBePart(Asked asked, String value) {
        return !asked.whole() && TextNormalizer.words(value).getFirst().equals(asked.text());
    }

    private static Map<Field, String> values(PlaceFilter filter) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        put(values, Field.NAME, filter.name());
        put(values, Field.STREET, filter.street());
        put(values, Field.UNIT, filter.unit());
        put(values, Field.CITY, filter.city());
        put(values, Field.STATE, filter.state());
        put(values, Field.ZIP, filter.zip());
        put(values, Field.COUNTRY, filter.country());
        return values;
    }

    private static void put(Map<Field, String> values, Field field, @Nullable String value) {
        String text = VisibleText.orNull(value);
        if (text != null) {
            values.put(field, text);
        }
    }
}

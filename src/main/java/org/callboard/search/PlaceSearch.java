package org.callboard.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.callboard.platform.Page;
import org.callboard.platform.Paging;
import org.callboard.platform.Where;
import org.callboard.records.PlaceFilter;
import org.callboard.records.RecordKind;
import org.callboard.search.Vocabulary.Found;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Answers those filters of the lists of customers and locations that ask for words. Each word of a filter must begin a
 * word of that field; numbers of streets and units, states and countries must be whole. Only where the tenant has no such
 * word at all is the value looked for anywhere in the field, which reads all rows.
 *
 * <p>One condition finds the records in the order of their ids, the others are looked up in each of these; so a page costs
 * what it holds and not what there is.
 */
@Service
public class PlaceSearch {

    private static final int ALL = Integer.MAX_VALUE;
    private static final int MOST_WORDS = 20;

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
        List<Found> found = look(kind, tenant, filter, where);
        if (found.isEmpty()) {
            return read.get();
        }
        Found rarest = rarest(found);
        Optional<Atom> pair = rarest.isFew() ? Optional.empty() : Atom.pair(found);
        Atom first = pair.orElseGet(() -> Atom.of(rarest));
        List<Atom> others = new ArrayList<>(found.stream().map(Atom::of).toList());
        others.remove(first);
        where.and(AtomSql.in(kind, where, first, others));
        if (first.isBroad()) {
            return read.get();
        }
        if (!where.sort().column().equals("id") || paging.includeTotal()) {
            where.bind("found", ALL);
            return read.get();
        }
        long some = (paging.offset() + paging.limit()) * 5 / 4 + 20;
        where.bind("found", some);
        Page<T> page = read.get();
        if (page.hasMore() || isAll(kind, tenant, pair.isPresent() ? null : rarest, first, some)) {
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

    /** What the words of the filters found; a filter that they can't answer becomes a condition over the field itself. */
    private List<Found> look(RecordKind kind, long tenant, PlaceFilter filter, Where where) {
        Map<Field, List<Asked>> asked = new EnumMap<>(Field.class);
        Map<Field, String> values = values(filter);
        values.forEach((field, value) -> asked.put(field, Asked.in(field, value)));
        List<Found> found = vocabulary.find(
                kind,
                tenant,
                asked.values().stream()
                        .filter(words -> words.size() <= MOST_WORDS)
                        .flatMap(List::stream)
                        .toList());
        List<Found> useful = new ArrayList<>();
        values.forEach((field, value) -> {
            List<Found> own =
                    found.stream().filter(one -> one.asked().field() == field).toList();
            if (own.isEmpty()
                    || own.stream()
                            .anyMatch(one -> !one.asked().whole() && one.words().isEmpty())) {
                String column = field.name().toLowerCase(Locale.ROOT);
                where.and("position(lower(:%1$s) in lower(%1$s)) > 0".formatted(column), column, value);
            } else {
                useful.addAll(own);
            }
        });
        return useful;
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
        if (value != null && !value.isBlank()) {
            values.put(field, value.strip());
        }
    }

    private static Found rarest(List<Found> found) {
        return found.stream()
                .min(Comparator.comparing(Found::broad).thenComparing(Found::records))
                .orElseThrow();
    }

    /** Whether the first condition alone has no more records than were looked at. */
    private boolean isAll(RecordKind kind, long tenant, @Nullable Found counted, Atom first, long some) {
        return counted != null && counted.isFew() && counted.records() <= some
                || vocabulary
                                .count(kind, tenant, List.of(first), (int)
                                        Math.min(ALL / 2, some * first.words().size()))
                                .getFirst()
                        <= some;
    }
}

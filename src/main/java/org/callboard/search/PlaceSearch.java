package org.callboard.search;

import java.util.List;
import java.util.function.BiFunction;
import org.callboard.addresses.TextNormalizer;
import org.callboard.details.PlaceFilter;
import org.callboard.details.RecordKind;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.search.PlaceStore.Sample;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Answers those filters of the lists of customers and locations that ask for words. Each word of a filter must begin a
 * word of that field; numbers of streets and units, states and countries must be whole. Where the tenant has no word that
 * begins like the first one, those count that it stands in anywhere; where they are very many, the value itself is looked
 * for in the field, in all rows that its other words leave.
 *
 * <p>The first rows of the list tell how many of it fit, and so in which blocks of ids a page of them will be; or, where it
 * has another order, whether they are met soon by going through it. Else the index of the documents gives all. What is found
 * is the same.
 */
@Service
public class PlaceSearch {

    /** So many rows of a list tell how many of it fit. */
    private static final int SAMPLE = 100;

    /** So many where the other filters leave hardly more. */
    private static final int LARGE_SAMPLE = 2_000;

    /** A single one may be there by chance. */
    private static final int TELLING = 2;

    /** What it takes to look a row of a list up, and to find a record by the index. */
    private static final int ROW = 3;

    private static final int FOUND = 2;

    /** Where it matters. */
    private static final long LARGE_COMPANY = 1_000_000;

    /** Where more than one of so many rows fits, the index gathers so much that reading all takes less. */
    private static final int MANY = 4;

    /** Where none of the first rows fits, a page is looked for as if one of so many did. */
    private static final int SELDOM = 400;

    /** More blocks than these take as long as all that fit. */
    private static final long MOST_BLOCKS = 32;

    /** More words with one part are too many to name. */
    private static final int MAX_WORDS = 64;

    /** Of more words that begin alike the index gathers the beginning as soon. */
    private static final int MAX_BEGUN = 16;

    private final PlaceStore store;
    private final SearchWordStore words;

    PlaceSearch(PlaceStore store, SearchWordStore words) {
        this.store = store;
        this.words = words;
    }

    /** What filters ask for, and how many of the first rows have it. */
    private record Looked(RecordKind kind, Where where, Lexemes lexemes, PlaceQuery asked, Sample sample) {

        private boolean isFrequent() {
            return sample.fitting() >= TELLING;
        }

        /** How many rows of the list there are for one that fits. */
        private long rowsForOne() {
            return isFrequent() ? sample.rows() / sample.fitting() + 1 : SELDOM;
        }

        /** How many blocks after the first one a page reaches, if those that fit are as frequent as among the first rows. */
        private long blocks(Paging paging) {
            // a page may be asked for that is so far off that a long would overflow
            double ids = (double) withMargin(wanted(paging))
                    * rowsForOne()
                    * (sample.high() - sample.low() + 1)
                    / sample.rows();
            return (long) Math.min(ids / Lexemes.BLOCK, MOST_BLOCKS);
        }

        private boolean isById() {
            return where.sort().column().equals("id");
        }

        private static long withMargin(long estimate) {
            return estimate * 3 / 2;
        }

        private static long wanted(Paging paging) {
            return paging.offset() + paging.limit();
        }

        /** Whether a page is met sooner one by one than the index gathers those in its blocks, or in the whole list. */
        private boolean soon(Paging paging) {
            if (sample.whole() || !isFrequent()) {
                return false;
            }
            long ids = isById() ? (blocks(paging) + 1) * Lexemes.BLOCK : LARGE_COMPANY;
            return ROW * wanted(paging) * rowsForOne() <= FOUND * ids / rowsForOne();
        }

        Where each() {
            return PlaceStore.each(kind, where, asked.text(lexemes));
        }

        Where all() {
            return asked.isEmpty() ? where : sample.whole() ? each() : byIndex("");
        }

        /** All, to be counted: of very many the documents are gone through as they lie. */
        Where counted() {
            return !sample.whole() && isFrequent() && rowsForOne() <= MANY
                    ? PlaceStore.amongAll(kind, where, asked.text(lexemes))
                    : all();
        }

        /** Those in the first block and so many after it. */
        Where first(long blocks) {
            boolean down = where.sort().descending();
            long low = down ? Math.max(sample.high() / Lexemes.BLOCK - blocks, 0) : sample.low() / Lexemes.BLOCK;
            return byIndex(lexemes.blocks(low, down ? sample.high() / Lexemes.BLOCK : low + blocks));
        }

        private Where byIndex(String blocks) {
            return PlaceStore.byIndex(kind, where, asked.narrow(lexemes), asked.text(lexemes), blocks);
        }

        Looked with(PlaceQuery other) {
            return new Looked(kind, where, lexemes, other, sample);
        }
    }

    /**
     * Reads one page of the records that fit, and counts them all where that is asked for and the page does not end them.
     *
     * @param where the other conditions
     * @param read reads a page under all of them, without a total; it may be asked twice
     */
    public <T> Page<T> page(
            RecordKind kind,
            long tenant,
            PlaceFilter filter,
            Where where,
            Paging paging,
            BiFunction<Where, Paging, Page<T>> read) {
        PlaceQuery asked = PlaceQuery.of(filter);
        asked.narrow(where);
        if (asked.isEmpty()) {
            return read.apply(where, paging);
        }
        Looked looked = look(kind, tenant, asked, where);
        Paging one = paging.uncounted();
        Page<T> page;
        if (looked.soon(one)) {
            page = read.apply(looked.each(), one);
        } else {
            looked = knowing(tenant, looked);
            page = byIndex(looked, one, read);
            Looked known = page.data().isEmpty() ? withParts(tenant, looked) : looked;
            if (!known.equals(looked)) {
                looked = known;
                page = read.apply(known.all(), one);
            }
        }
        return paging.includeTotal() ? page.withTotal(count(page.knownTotal(), looked)) : page;
    }

    /** Those of a list in the order of its ids are looked for where a page of them should be, a second time as it turned out. */
    private static <T> Page<T> byIndex(Looked looked, Paging paging, BiFunction<Where, Paging, Page<T>> read) {
        if (looked.isById() && !looked.sample.whole()) {
            long blocks = looked.blocks(paging);
            Page<T> page = read.apply(looked.first(blocks), paging);
            Long found = page.knownTotal();
            if (found != null && found > 0) {
                long more = Looked.withMargin(Looked.wanted(paging) * (blocks + 1) / found);
                page = more > MOST_BLOCKS ? page : read.apply(looked.first(more), paging);
            }
            if (page.hasMore()) {
                return page;
            }
        }
        return read.apply(looked.all(), paging);
    }

    private int count(@Nullable Long known, Looked looked) {
        return known != null ? Math.toIntExact(known) : store.count(looked.kind, looked.counted());
    }

    /** The conditions of a list that is read to its end: the other ones and those of the words. */
    public Where narrow(RecordKind kind, long tenant, PlaceFilter filter, Where where) {
        PlaceQuery asked = PlaceQuery.of(filter);
        asked.narrow(where);
        if (asked.isEmpty()) {
            return where;
        }
        return withParts(tenant, knowing(tenant, look(kind, tenant, asked, where)))
                .all();
    }

    private Looked look(RecordKind kind, long tenant, PlaceQuery asked, Where where) {
        Lexemes lexemes = lexemes(kind, tenant);
        String query = asked.text(lexemes);
        Sample sample = store.sample(kind, where, query, SAMPLE);
        long ids = sample.high() - sample.low() + 1;
        Looked looked = new Looked(kind, where, lexemes, asked, sample);
        return !sample.whole() && looked.isById() && ids * LARGE_SAMPLE > LARGE_COMPANY * SAMPLE
                ? new Looked(kind, where, lexemes, asked, store.sample(kind, where, query, LARGE_SAMPLE))
                : looked;
    }

    /** The same with the few words on record that begin so, where the index is asked for them. */
    private Looked knowing(long tenant, Looked looked) {
        PlaceQuery asked = looked.asked;
        return looked.sample.whole()
                ? looked
                : looked.with(asked.knowing(words.begunBy(tenant, asked.beginnings(), MAX_BEGUN)));
    }

    private static Lexemes lexemes(RecordKind kind, long tenant) {
        return Lexemes.of(kind.contactOwner(), tenant);
    }

    /** The same with those words instead that a part stands in, where no word begins like it and none of the first fits. */
    private Looked withParts(long tenant, Looked looked) {
        if (looked.sample.fitting() > 0) {
            return looked;
        }
        List<Asked> parts = looked.asked.maybeParts();
        List<Integer> vain = store.vain(
                looked.kind,
                parts.stream()
                        .map(part -> PlaceQuery.text(looked.lexemes, part))
                        .toList());
        PlaceQuery known = looked.asked;
        for (int i : vain) {
            Asked part = parts.get(i);
            List<String> around =
                    isTelling(part.text()) ? words.around(tenant, List.of(part.text()), MAX_WORDS + 1) : List.of();
            if (!isTelling(part.text()) || around.size() > MAX_WORDS) {
                known = known.with(part, List.of());
                known.contains(looked.where, part.field());
            } else if (!around.isEmpty()) {
                known = known.with(part, around);
            }
        }
        return looked.with(known);
    }

    /** Whether the words that are kept to be looked through have all with this part: neither numbers nor the shortest. */
    private static boolean isTelling(String part) {
        return part.length() > 1 && !TextNormalizer.isNumber(part);
    }
}

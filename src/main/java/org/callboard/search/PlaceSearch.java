package org.callboard.search;

import java.util.List;
import java.util.function.Function;
import org.callboard.addresses.TextNormalizer;
import org.callboard.details.PlaceFilter;
import org.callboard.details.RecordKind;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.search.PlaceStore.Sample;
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

    /** A single one may be there by chance. */
    private static final int TELLING = 2;

    /** What it takes to look a row of a list up, and to find a record by the index. */
    private static final int ROW = 10;

    private static final int FOUND = 10;

    /** Where it matters. */
    private static final long LARGE_COMPANY = 1_000_000;

    /** Where none of the first rows fits, a page is looked for as if one of so many did. */
    private static final int SELDOM = 400;

    /** More blocks than these take as long as all that fit. */
    private static final long MOST_BLOCKS = 32;

    /** More words with one part are too many to name. */
    private static final int MAX_WORDS = 64;

    private final PlaceStore store;
    private final SearchWordStore words;

    PlaceSearch(PlaceStore store, SearchWordStore words) {
        this.store = store;
        this.words = words;
    }

    /** What filters ask for, and how many of the first rows have it. */
    private record Looked(RecordKind kind, Where where, Lexemes lexemes, PlaceQuery asked, Sample sample) {

        /** Whether so many are met sooner one by one than all are gathered by the index. */
        private boolean soon(long wanted) {
            long rows = sample.rows();
            long fitting = sample.fitting();
            return fitting >= TELLING && ROW * wanted * rows * rows <= FOUND * LARGE_COMPANY * fitting * fitting;
        }

        Where each() {
            return PlaceStore.each(kind, where, asked.text(lexemes));
        }

        Where all() {
            return asked.isEmpty() ? where : sample.whole() ? each() : byIndex("");
        }

        /** So many that fit stand in these blocks, if they are as frequent as among the first rows. */
        Where first(long wanted) {
            long rowsFor = wanted * 3 / 2 * (sample.fitting() < TELLING ? SELDOM : sample.rows() / sample.fitting() + 1);
            long idsFor = rowsFor * (sample.high() - sample.low() + 1) / sample.rows();
            long blocks = Math.min(idsFor / Lexemes.BLOCK + 1, MOST_BLOCKS);
            return byIndex(
                    where.sort().descending()
                            ? lexemes.blocks(Math.max(sample.high() / Lexemes.BLOCK - blocks, 0), sample.high() / Lexemes.BLOCK)
                            : lexemes.blocks(sample.low() / Lexemes.BLOCK, sample.low() / Lexemes.BLOCK + blocks));
        }

        private Where byIndex(String blocks) {
            return PlaceStore.byIndex(kind, where, asked.narrow(lexemes), asked.text(lexemes), blocks);
        }

        Looked with(PlaceQuery other) {
            return new Looked(kind, where, lexemes, other, sample);
        }
    }

    /**
     * Reads one page of the records that fit.
     *
     * @param where the other conditions
     * @param read reads the page under all of them; it may be asked twice
     */
    public <T> Page<T> page(
            RecordKind kind,
            long tenant,
            PlaceFilter filter,
            Where where,
            Paging paging,
            Function<Where, Page<T>> read) {
        PlaceQuery asked = PlaceQuery.of(filter);
        asked.narrow(where);
        if (asked.isEmpty()) {
            return read.apply(where);
        }
        Looked looked = look(kind, tenant, asked, where);
        if (!looked.sample.whole() && !paging.includeTotal()) {
            long wanted = paging.offset() + paging.limit();
            if (where.sort().column().equals("id")) {
                Page<T> page = read.apply(looked.first(wanted));
                if (page.hasMore()) {
                    return page;
                }
            } else if (looked.soon(wanted)) {
                return read.apply(looked.each());
            }
        }
        Page<T> page = read.apply(looked.all());
        if (looked.sample.fitting() > 0 || !page.data().isEmpty()) {
            return page;
        }
        PlaceQuery known = withParts(kind, tenant, asked, where);
        return known.equals(asked)
                ? page
                : read.apply(looked.with(known).all());
    }

    /** The conditions of a list that is read to its end: the other ones and those of the words. */
    public Where narrow(RecordKind kind, long tenant, PlaceFilter filter, Where where) {
        PlaceQuery asked = PlaceQuery.of(filter);
        asked.narrow(where);
        if (asked.isEmpty()) {
            return where;
        }
        Looked looked = look(kind, tenant, asked, where);
        PlaceQuery known = looked.sample.fitting() > 0 ? asked : withParts(kind, tenant, asked, where);
        return looked.with(known).all();
    }

    private Looked look(RecordKind kind, long tenant, PlaceQuery asked, Where where) {
        Lexemes lexemes = lexemes(kind, tenant);
        return new Looked(kind, where, lexemes, asked, store.sample(kind, where, asked.text(lexemes), SAMPLE));
    }

    private static Lexemes lexemes(RecordKind kind, long tenant) {
        return Lexemes.of(kind.contactOwner(), tenant);
    }

    /** The query with those words instead that a part stands in, where no word begins like it; the same where all is known. */
    private PlaceQuery withParts(RecordKind kind, long tenant, PlaceQuery asked, Where where) {
        List<Asked> parts = asked.maybeParts();
        Lexemes lexemes = lexemes(kind, tenant);
        List<Integer> vain = store.vain(
                kind, parts.stream().map(part -> PlaceQuery.text(lexemes, part)).toList());
        PlaceQuery known = asked;
        for (int i : vain) {
            Asked part = parts.get(i);
            List<String> around =
                    isTelling(part.text()) ? words.around(tenant, List.of(part.text()), MAX_WORDS + 1) : List.of();
            if (!isTelling(part.text()) || around.size() > MAX_WORDS) {
                known = known.with(part, List.of());
                known.contains(where, part.field());
            } else if (!around.isEmpty()) {
                known = known.with(part, around);
            }
        }
        return known;
    }

    /** Whether the words that are kept to be looked through have all with this part: neither numbers nor the shortest. */
    private static boolean isTelling(String part) {
        return part.length() > 1 && !TextNormalizer.isNumber(part);
    }
}

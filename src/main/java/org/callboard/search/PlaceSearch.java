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

    /** So many where the other filters leave hardly more. */
    private static final int LARGE_SAMPLE = 2_000;

    /** A single one may be there by chance. */
    private static final int TELLING = 2;

    /** What it takes to look a row of a list up, and to find a record by the index. */
    private static final int ROW = 3;

    private static final int FOUND = 2;

    /** Where it matters. */
    private static final long LARGE_COMPANY = 1_000_000;

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

        /** How many blocks after the first one so many that fit reach, if they are as frequent as among the first rows. */
        private long blocks(long wanted) {
            long ids = wanted * 3 / 2 * rowsForOne() * (sample.high() - sample.low() + 1) / sample.rows();
            return Math.min(ids / Lexemes.BLOCK, MOST_BLOCKS);
        }

        private boolean isById() {
            return where.sort().column().equals("id");
        }

        /** Whether so many are met sooner one by one than the index gathers all of their ids, or of the whole list. */
        private boolean soon(long wanted) {
            if (!isFrequent()) {
                return false;
            }
            long ids = isById() ? (blocks(wanted) + 1) * Lexemes.BLOCK : LARGE_COMPANY;
            return ROW * wanted * rowsForOne() <= FOUND * ids / rowsForOne();
        }

        Where each() {
            return PlaceStore.each(kind, where, asked.text(lexemes));
        }

        Where all() {
            return asked.isEmpty() ? where : sample.whole() ? each() : byIndex("");
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
        long wanted = paging.offset() + paging.limit();
        boolean some = !looked.sample.whole() && !paging.includeTotal();
        if (some && looked.soon(wanted)) {
            return read.apply(looked.each());
        }
        looked = knowing(tenant, looked);
        if (some && looked.isById()) {
            Page<T> page = read.apply(looked.first(looked.blocks(wanted)));
            if (page.hasMore()) {
                return page;
            }
        }
        Page<T> page = read.apply(looked.all());
        if (looked.sample.fitting() > 0 || !page.data().isEmpty()) {
            return page;
        }
        PlaceQuery known = withParts(kind, tenant, looked.asked, where);
        return known.equals(looked.asked) ? page : read.apply(looked.with(known).all());
    }

    /** The conditions of a list that is read to its end: the other ones and those of the words. */
    public Where narrow(RecordKind kind, long tenant, PlaceFilter filter, Where where) {
        PlaceQuery asked = PlaceQuery.of(filter);
        asked.narrow(where);
        if (asked.isEmpty()) {
            return where;
        }
        Looked looked = knowing(tenant, look(kind, tenant, asked, where));
        PlaceQuery known = looked.sample.fitting() > 0 ? looked.asked : withParts(kind, tenant, looked.asked, where);
        return looked.with(known).all();
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

package org.callboard.search;

import java.util.List;
import org.callboard.details.RecordKind;
import org.callboard.paging.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the documents of customers and locations for the filters of lists, and says how lists are narrowed by them. */
@Repository
class PlaceStore {

    /** {@code offset 0} keeps PostgreSQL from gathering all documents that fit, to look one record up. */
    private static final String EACH = """
            exists (
                select from search_document d
                where d.tenant_id = :tenant and d.kind = 'KIND' and d.id = KIND.id and d.words @@ :words::tsquery
                offset 0)
            """;

    /** As an array: PostgreSQL fetches the records by their key then, whatever it believes about how many there are. */
    private static final String BY_INDEX = "id = any(array(select search_documents(:index::tsquery, 'KIND', null)))";

    private static final String BY_INDEX_AND_DOCUMENT = """
            id = any(array(
                select d.id from search_document d
                where d.tenant_id = :tenant and d.kind = 'KIND'
                    and d.id = any(array(select search_documents(:index::tsquery, 'KIND', null)))
                    and d.words @@ :words::tsquery))
            """;

    private static final String AMONG_ALL = """
            id in (
                select d.id from search_document d
                where d.tenant_id = :tenant and d.kind = 'KIND' and d.words @@ :words::tsquery)
            """;

    /**
     * The first rows of a list.
     *
     * @param fitting how many fit
     * @param low the lowest id of theirs, and the highest
     * @param whole whether there are no more
     */
    record Sample(int rows, int fitting, long low, long high, boolean whole) {}

    private final JdbcClient jdbc;

    PlaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Looks how many of the first rows fit. */
    Sample sample(RecordKind kind, Where where, String query, int rows) {
        return where.copy()
                .bind("words", query)
                .first(jdbc, kind.word(), """
                        count(*) as looked, count(*) filter (where %s) as fitting,
                        coalesce(min(id), 0) as low, coalesce(max(id), 0) as high
                        """.formatted(kind.sql(EACH)), rows)
                .query((row, number) -> new Sample(
                        row.getInt("looked"),
                        row.getInt("fitting"),
                        row.getLong("low"),
                        row.getLong("high"),
                        row.getInt("looked") < rows))
                .single();
    }

    /** The rows whose documents fit, each looked up in its turn. */
    static Where each(RecordKind kind, Where where, String query) {
        return where.copy().and(kind.sql(EACH), "words", query);
    }

    /**
     * The same by the index of the documents.
     *
     * @param index what the index is asked; where that is not the whole query, the rest is looked for in what it finds
     * @param blocks in which alone records are looked for; empty for all
     */
    static Where byIndex(RecordKind kind, Where where, String index, String query, String blocks) {
        Where narrowed = where.copy().bind("index", blocks.isEmpty() ? index : "(" + index + ") & " + blocks);
        return index.equals(query)
                ? narrowed.and(kind.sql(BY_INDEX))
                : narrowed.and(kind.sql(BY_INDEX_AND_DOCUMENT), "words", query);
    }

    /** The same, where so many fit that all documents of the company are read. */
    static Where amongAll(RecordKind kind, Where where, String query) {
        return where.copy().and(kind.sql(AMONG_ALL), "words", query);
    }

    /** How many rows there are. */
    int count(RecordKind kind, Where where) {
        return where.count(jdbc, kind.word());
    }

    /** Which of the queries no document fits. */
    List<Integer> vain(RecordKind kind, List<String> queries) {
        return jdbc.sql(kind.sql("""
                select q.position - 1 from unnest(:queries::text[]) with ordinality as q (query, position)
                where not exists (select search_documents(q.query::tsquery, 'KIND', 1))
                """))
                .param("queries", queries.toArray(String[]::new))
                .query(Integer.class)
                .list();
    }
}

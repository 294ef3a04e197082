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
    private static final String BY_KEY = """
            id = any(array(
                select d.id from search_document d
                where d.tenant_id = :tenant and d.kind = 'KIND' and d.words @@ :words::tsquery
                order by d.id DIRECTION limit :found))
            """;

    private static final String BY_INDEX = "id = any(array(select search_documents(:words::tsquery, 'KIND', null)))";

    /**
     * The first rows of a list.
     *
     * @param fitting how many fit
     * @param whole whether there are no more
     */
    record Sample(int rows, int fitting, boolean whole) {}

    private final JdbcClient jdbc;

    PlaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Looks how many of the first rows fit. */
    Sample sample(RecordKind kind, Where where, String query, int rows) {
        return where.copy()
                .bind("words", query)
                .first(
                        jdbc,
                        kind.word(),
                        "count(*) as looked, count(*) filter (where %s) as fitting".formatted(kind.sql(EACH)),
                        rows)
                .query((row, number) ->
                        new Sample(row.getInt("looked"), row.getInt("fitting"), row.getInt("looked") < rows))
                .single();
    }

    /** The rows whose documents fit, each looked up in its turn. */
    static Where each(RecordKind kind, Where where, String query) {
        return where.copy().and(kind.sql(EACH), "words", query);
    }

    /** So many of them, by going through the documents in the order of their ids. */
    static Where byKey(RecordKind kind, Where where, String query, long found) {
        String condition = kind.sql(BY_KEY).replace("DIRECTION", where.sort().descending() ? "desc" : "asc");
        return where.copy().and(condition, "words", query).bind("found", found);
    }

    /** All of them, by the index of the documents. */
    static Where byIndex(RecordKind kind, Where where, String query) {
        return where.copy().and(kind.sql(BY_INDEX), "words", query);
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

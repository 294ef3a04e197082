package org.callboard.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the documents, and the words that they have, for what was typed. */
@Repository
class SearchStore {

    /**
     * What the documents of a kind are asked for.
     *
     * @param index what the index is asked; empty where it would find so many that records are looked at in their order
     * @param query what those that are looked at must fit; empty where it is the same
     * @param names what those fit in their names that go before others; empty for none
     */
    record Asking(Kind kind, String index, String query, String names) {

        /** Where the index knows which fit, and none goes before another, no more are looked at than are wanted. */
        private int looked(int looked, int most) {
            return query.isEmpty() && names.isEmpty() ? Math.min(looked, most) : looked;
        }
    }

    /**
     * Some records that fit.
     *
     * @param narrow the kinds of which no more may fit than were looked at
     */
    record Answer(List<Found> found, Set<Kind> narrow) {}

    /** A record that fits. */
    record Found(Kind kind, long id, Document document) {}

    private final JdbcClient jdbc;

    SearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Some of the records that fit, those first that fit by their names.
     *
     * @param looked so many are looked at of each kind, where that may find better ones
     * @param most so many are given of each kind
     */
    Answer fitting(long tenant, List<Asking> asked, int looked, int most) {
        // offset 0: ids are asked for and queries are read once, and not wherever they are used
        Set<Kind> narrow = EnumSet.noneOf(Kind.class);
        List<Found> found = new ArrayList<>();
        jdbc.sql("""
                select q.kind, d.id, tsvector_to_array(d.words) as words, tsvector_to_array(d.contacts) as contacts,
                    cardinality(f.ids) < q.looked as narrow
                from unnest(:kinds::text[], :indexes::text[], :queries::text[], :names::text[], :looked::int[])
                    q (kind, index, query, names, looked)
                cross join lateral (
                    select case q.index
                        when '' then array(
                            select id from search_document
                            where tenant_id = :tenant and kind = q.kind order by id limit q.looked)
                        else array(select search_documents(q.index::tsquery, q.kind, q.looked)) end as ids,
                        nullif(q.query, '')::tsquery as query, nullif(q.names, '')::tsquery as names
                    offset 0
                ) f
                left join lateral (
                    select d.* from search_document d
                    where d.tenant_id = :tenant and d.kind = q.kind and d.id = any(f.ids)
                        and (f.query is null or (d.words || d.contacts) @@ f.query)
                    order by (d.words @@ f.names) desc nulls last, d.id
                    limit :most
                ) d on true
                """)
                .param("tenant", tenant)
                .param("kinds", asked.stream().map(one -> one.kind.word()).toArray(String[]::new))
                .param("indexes", asked.stream().map(Asking::index).toArray(String[]::new))
                .param("queries", asked.stream().map(Asking::query).toArray(String[]::new))
                .param("names", asked.stream().map(Asking::names).toArray(String[]::new))
                .param(
                        "looked",
                        asked.stream().map(one -> one.looked(looked, most)).toArray(Integer[]::new))
                .param("most", most)
                .query(row -> {
                    if (row.getBoolean("narrow")) {
                        narrow.add(Kind.of(row.getString("kind")));
                    }
                    if (row.getArray("words") != null) {
                        found.add(found(row, found.size()));
                    }
                });
        return new Answer(found, narrow);
    }

    /** The documents of records with one of the numbers. */
    List<Found> numbered(long tenant, Collection<Kind> kinds, Collection<Long> numbers) {
        return jdbc.sql("""
                select d.kind, d.id, tsvector_to_array(d.words) as words, tsvector_to_array(d.contacts) as contacts
                from search_document d
                where d.tenant_id = :tenant and d.kind = any(:kinds) and d.id = any(:numbers)
                """)
                .param("tenant", tenant)
                .param("kinds", words(kinds))
                .param("numbers", numbers.toArray(Long[]::new))
                .query(SearchStore::found)
                .list();
    }

    /**
     * The id that is a number, where there is such a record.
     *
     * @param more whether those that begin with its digits are wanted too, some of many
     */
    List<Long> begun(long tenant, Kind kind, long number, boolean more) {
        return jdbc.sql("""
                select r.id from generate_series(0, :more) e cross join lateral (
                    select r.id from KIND r
                    where r.tenant_id = :tenant and r.id >= :number * (10 ^ e)::bigint
                        and r.id < (:number + 1) * (10 ^ e)::bigint
                    order by r.id limit 10) r
                """.replace("KIND", kind.word()))
                .param("tenant", tenant)
                .param("number", number)
                .param("more", more ? 7 : 0)
                .query(Long.class)
                .list();
    }

    private static String[] words(Collection<Kind> kinds) {
        return kinds.stream().map(Kind::word).toArray(String[]::new);
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(Kind.of(row.getString("kind")), row.getLong("id"), Document.read(row));
    }
}

package org.callboard.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.callboard.details.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which words a tenant's records really have. */
@Repository
class Vocabulary {

    /** More words with one beginning are too many to name; then the beginning itself has to serve. */
    static final int MAX = 64;

    /** Records of one word are counted no further. */
    static final int ENOUGH = 50;

    /** Records are counted for so many of the words with one beginning; with more of them they are taken for many. */
    private static final int COUNTED_WORDS = 8;

    /**
     * What an asked word found.
     *
     * @param words the words that fit; not all of them where they are broad
     * @param broad whether there are more of them than can be named
     * @param records about how many records have one of the words; a small number is exact but for records that have two
     */
    record Found(Asked asked, List<String> words, boolean broad, int records) {

        boolean isFew() {
            return !broad && records < ENOUGH;
        }
    }

    private final JdbcClient jdbc;

    Vocabulary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Looks words up, in one statement that goes from word to word through the index, however many records have one. */
    List<Found> find(RecordKind kind, long tenant, List<Asked> asked) {
        if (asked.isEmpty()) {
            return List.of();
        }
        List<String> fields = new ArrayList<>();
        List<String> starts = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            List<String> insteads = asked.get(i).insteads();
            for (int j = -1; j < insteads.size(); j++) {
                fields.add(asked.get(i).field().code);
                starts.add(j < 0 ? asked.get(i).text() : insteads.get(j));
                ends.add(j < 0 ? asked.get(i).end() : Asked.end(insteads.get(j), true));
                places.add(i);
            }
        }
        List<List<String>> words = new ArrayList<>();
        asked.forEach(one -> words.add(new ArrayList<>()));
        int[] records = new int[asked.size()];
        jdbc.sql(kind.sql("""
                select g.place, w.word, case when w.number <= :counted then (
                    select count(*) from (
                        select from KIND_word r where r.tenant_id = :tenant and r.field = g.field and r.word = w.word
                        limit :enough) counted) else :enough end as records
                from unnest(:places::int[], :fields::text[], :starts::text[], :ends::text[])
                    as g (place, field, start, stop)
                cross join lateral (
                    with recursive step (number, word) as (
                        (select 1, f.word from KIND_word f
                        where f.tenant_id = :tenant and f.field = g.field and f.word >= g.start and f.word < g.stop
                        order by f.word limit 1)
                        union all
                        select step.number + 1, (
                            select n.word from KIND_word n
                            where n.tenant_id = :tenant and n.field = g.field and n.word > step.word and n.word < g.stop
                            order by n.word limit 1)
                        from step where step.word is not null)
                    select number, word from step where word is not null limit :most) w
                """))
                .param("tenant", tenant)
                .param("enough", ENOUGH)
                .param("counted", COUNTED_WORDS)
                .param("places", places.toArray(Integer[]::new))
                .param("fields", fields.toArray(String[]::new))
                .param("starts", starts.toArray(String[]::new))
                .param("ends", ends.toArray(String[]::new))
                .param("most", MAX + 1)
                .query((row, number) -> {
                    words.get(row.getInt("place")).add(row.getString("word"));
                    return records[row.getInt("place")] += row.getInt("records");
                })
                .list();
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            found.add(new Found(
                    asked.get(i),
                    words.get(i).stream().distinct().toList(),
                    words.get(i).size() > MAX,
                    records[i]));
        }
        return found;
    }

    /** The words in which what was asked stands anywhere; it reads each word of the field once. */
    Found around(RecordKind kind, long tenant, Asked asked) {
        List<String> words = jdbc.sql(kind.sql("""
                select distinct word from KIND_vocabulary
                where tenant_id = :tenant and field = :field and position(:part in word) > 0
                limit :most
                """))
                .param("tenant", tenant)
                .param("field", asked.field().code)
                .param("part", asked.text())
                .param("most", MAX + 1)
                .query(String.class)
                .list();
        return new Found(asked, words, words.size() > MAX, words.isEmpty() ? 0 : ENOUGH);
    }

    /** How often the words of each stand in records, counted no further than to about a limit. */
    List<Integer> count(RecordKind kind, long tenant, List<Atom> atoms, int limit) {
        List<Integer> places = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        List<String> starts = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        List<Integer> limits = new ArrayList<>();
        for (int i = 0; i < atoms.size(); i++) {
            Atom atom = atoms.get(i);
            List<String> words = atom.isBroad() ? List.of(atom.start()) : atom.words();
            for (String word : words) {
                places.add(i);
                fields.add(atom.field().code);
                starts.add(word);
                ends.add(atom.isBroad() ? atom.end() : Asked.end(word, true));
                limits.add(limit / words.size() + 1);
            }
        }
        Integer[] counts = new Integer[atoms.size()];
        Arrays.fill(counts, 0);
        jdbc.sql(kind.sql("""
                select g.place, (
                    select count(*) from (
                        select from KIND_word r where r.tenant_id = :tenant and r.field = g.field
                            and r.word >= g.start and r.word < g.stop
                        limit g.most) counted) as records
                from unnest(:places::int[], :fields::text[], :starts::text[], :ends::text[], :limits::int[])
                    as g (place, field, start, stop, most)
                """))
                .param("tenant", tenant)
                .param("places", places.toArray(Integer[]::new))
                .param("fields", fields.toArray(String[]::new))
                .param("starts", starts.toArray(String[]::new))
                .param("ends", ends.toArray(String[]::new))
                .param("limits", limits.toArray(Integer[]::new))
                .query((row, number) -> counts[row.getInt("place")] += row.getInt("records"))
                .list();
        return List.of(counts);
    }
}

package org.callboard.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callboard.addresses.TextNormalizer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The words that a company's records have, or had, to look up what was mistyped or is the middle of one. */
@Repository
class SearchWordStore {

    /** Shorter words are neither corrected nor looked for in the middle of others. */
    private static final int SHORTEST = 3;

    /** In the order of code points, as the index has it: from the beginning to what no word with it comes after. */
    private static final String BEGINS = "word >= begun collate \"C\" and word <= (begun || :last) collate \"C\"";

    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private final JdbcClient jdbc;

    SearchWordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a word is kept here where records have it: not where it is very short, or a number. */
    static boolean isKept(String word) {
        return word.length() >= SHORTEST && !TextNormalizer.isNumber(word);
    }

    /** Those of the words that are on record. */
    List<String> known(long tenant, Collection<String> words) {
        return jdbc.sql("select word from search_word where tenant_id = :tenant and word = any(:words)")
                .param("tenant", tenant)
                .param("words", words.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Those of the words that are, or begin, words on record. */
    List<String> begun(long tenant, Collection<String> words) {
        return jdbc.sql("""
                select begun from unnest(:words::text[]) begun
                where exists (
                    select from search_word
                    where tenant_id = :tenant and %s)
                """.formatted(BEGINS))
                .param("tenant", tenant)
                .param("words", words.toArray(String[]::new))
                .param("last", LAST)
                .query(String.class)
                .list();
    }

    /** The words on record that begin like each of these, for those where there are no more than so many. */
    Map<String, List<String>> begunBy(long tenant, Collection<String> beginnings, int most) {
        Map<String, List<String>> words = new HashMap<>();
        if (beginnings.isEmpty()) {
            return words;
        }
        jdbc.sql("""
                select begun, w.word from unnest(:words::text[]) begun
                cross join lateral (
                    select word from search_word
                    where tenant_id = :tenant and %s
                    limit :most + 1) w
                """.formatted(BEGINS))
                .param("tenant", tenant)
                .param("words", beginnings.toArray(String[]::new))
                .param("last", LAST)
                .param("most", most)
                .query(row -> {
                    words.computeIfAbsent(row.getString("begun"), begun -> new ArrayList<>())
                            .add(row.getString("word"));
                });
        words.values().removeIf(all -> all.size() > most);
        return words;
    }

    /** Words on record in which one of the parts stands; it reads each word once, until there are enough. */
    List<String> around(long tenant, Collection<String> parts, int most) {
        return jdbc.sql("""
                select word from search_word
                where tenant_id = :tenant and word like any(:patterns)
                limit :most
                """)
                .param("tenant", tenant)
                .param("patterns", parts.stream().map(part -> "%" + part + "%").toArray(String[]::new))
                .param("most", most)
                .query(String.class)
                .list();
    }
}

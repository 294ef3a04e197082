package org.callboard.search;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The words that a company's records have, or had, to look up what was mistyped or is the middle of one. */
@Repository
class SearchWordStore {

    private final JdbcClient jdbc;

    SearchWordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the words that are on record. */
    List<String> known(long tenant, Collection<String> words) {
        return jdbc.sql("select word from search_word where tenant_id = :tenant and word = any(:words)")
                .param("tenant", tenant)
                .param("words", words.toArray(String[]::new))
                .query(String.class)
                .list();
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

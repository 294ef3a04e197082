package org.callboard.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import org.callboard.database.Caller;
import org.callboard.understanding.Rereadable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The documents by which a company's records are found. */
public final class Documents {

    private Documents() {}

    /** Fails where a record's document is not what it would be if it were made of the record now, or where one has none. */
    public static void areAsMadeAnew(long tenant) {
        areAsMadeAnew(
                tenant,
                Server.bean(JdbcClient.class),
                Server.bean(TransactionTemplate.class),
                Server.beans(Rereadable.class));
    }

    /** The same on another server. */
    public static void areAsMadeAnew(
            long tenant, JdbcClient jdbc, TransactionTemplate transaction, Collection<Rereadable> kinds) {
        Caller.system(tenant).run(() -> {
            List<String> before = all(jdbc);
            transaction.executeWithoutResult(status -> {
                jdbc.sql("delete from search_document where true").update();
                kinds.forEach(kind -> kind.reread(tenant, kind.after(tenant, 0, 1_000_000), true));
            });
            assertThat(before).isEqualTo(all(jdbc));
            assertThat(jdbc.sql("""
                    select distinct w.word from search_document d
                    cross join lateral unnest(tsvector_to_array(d.words)) l (lexeme)
                    cross join lateral (
                        select substr(l.lexeme, length(left(d.kind, 1) || d.tenant_id || ':') + 1) as word) w
                    where length(w.word) >= 3 and w.word !~ '^[0-9]*$' and w.word !~ '[#:]'
                        and not exists (select from search_word k where k.word = w.word)
                    """).query(String.class).list())
                    .as("words that are in a document alone")
                    .isEmpty();
        });
    }

    /** The documents of the caller's company, each in a line. */
    public static List<String> all() {
        return all(Server.bean(JdbcClient.class));
    }

    private static List<String> all(JdbcClient jdbc) {
        return jdbc.sql("select concat_ws(' ', kind, id, words, '|', contacts) from search_document order by kind, id")
                .query(String.class)
                .list();
    }
}

package org.callboard.secrets;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the keys of this installation, of one purpose or another. */
@Repository
class InstallationKeyStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    InstallationKeyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a key, unless there is one with this id. */
    void add(String id, String purpose, String content) {
        jdbc.sql("""
                insert into installation_key (id, purpose, content, created_on)
                values (:id, :purpose, :content, :now) on conflict do nothing
                """)
                .param("id", id)
                .param("purpose", purpose)
                .param("content", content)
                .param("now", clock.instant())
                .update();
    }

    String get(String id) {
        return jdbc.sql("select content from installation_key where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** The one in use, then those that were retired since, the latest first. */
    List<String> all(String purpose, Instant retiredSince) {
        return jdbc.sql("""
                select content from installation_key
                where purpose = :purpose and (retired_on is null or retired_on > :since)
                order by retired_on nulls first, created_on desc
                """)
                .param("purpose", purpose)
                .param("since", retiredSince)
                .query(String.class)
                .list();
    }

    /** Whether one is in use that was made since. */
    boolean hasOneSince(String purpose, Instant since) {
        return jdbc.sql("""
                select exists (
                    select from installation_key where purpose = :purpose and retired_on is null and created_on > :since
                )
                """)
                .param("purpose", purpose)
                .param("since", since)
                .query(Boolean.class)
                .single();
    }

    void retire(String purpose) {
        jdbc.sql("update installation_key set retired_on = :now where purpose = :purpose and retired_on is null")
                .param("now", clock.instant())
                .param("purpose", purpose)
                .update();
    }
}

package org.callboard.idempotency;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.callboard.database.Caller;
import org.callboard.http.OwnHeaders;
import org.callboard.validation.Preferences;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the answers that {@link IdempotentRequests} may have to give again, for the current caller's connection,
 * and which forms of people were saved.
 */
@Repository
class IdempotentResponseStore {

    private static final Duration KEPT = Duration.ofHours(24);

    /**
     * An answer.
     *
     * @param headers those of {@link #HEADERS} that it had
     */
    record Answer(byte[] requestHash, int status, byte[] body, Map<String, String> headers) {}

    /** What a program may need again; other headers belong to the one request. */
    static final List<String> HEADERS = Stream.concat(
                    Stream.of(HttpHeaders.ETAG, Preferences.APPLIED), OwnHeaders.ALL.stream())
            .toList();

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotentResponseStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps others with the same key out until the transaction ends; false where somebody is in already. */
    boolean lock(String key) {
        Caller caller = Caller.current();
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "idempotency:" + caller.tenantId() + ":" + caller.id() + ":" + key)
                .query(Boolean.class)
                .single();
    }

    Optional<Answer> find(String key) {
        return jdbc.sql("""
                select request_hash, status, body, headers from idempotent_answer
                where tenant_id = :tenant and connection_id = :connection and key = :key and created_on > :oldest
                """)
                .param("tenant", Caller.current().tenantId())
                .param("connection", connection())
                .param("key", key)
                .param("oldest", oldest())
                .query((row, number) -> new Answer(
                        row.getBytes(1),
                        row.getInt(2),
                        row.getBytes(3),
                        JSON.readValue(row.getString(4), new TypeReference<Map<String, String>>() {})))
                .optional();
    }

    void keep(String key, byte[] hash, Answer answer) {
        forgetOld();
        jdbc.sql("""
                insert into idempotent_answer (tenant_id, connection_id, key, request_hash, status, body, headers, created_on)
                values (:tenant, :connection, :key, :hash, :status, :body, :headers::jsonb, :now)
                """)
                .param("tenant", Caller.current().tenantId())
                .param("connection", connection())
                .param("key", key)
                .param("hash", hash)
                .param("status", answer.status())
                .param("body", answer.body())
                .param("headers", JSON.writeValueAsString(answer.headers()))
                .param("now", clock.instant())
                .update();
    }

    private void forgetOld() {
        jdbc.sql("delete from idempotent_answer where tenant_id = :tenant and created_on <= :oldest")
                .param("tenant", Caller.current().tenantId())
                .param("oldest", oldest())
                .update();
    }

    /** Takes a form's token; false where it is taken. While somebody else is about to take it, this waits. */
    boolean claimForm(UUID token, byte[] hash, Instant now) {
        forgetOld();
        return jdbc.sql("""
                insert into idempotent_answer (tenant_id, connection_id, key, request_hash, status, body, created_on)
                values (:tenant, :person, :key, :hash, 303, '', :now)
                on conflict do nothing
                """)
                        .param("tenant", Caller.current().tenantId())
                        .param("person", person())
                        .param("key", token.toString())
                        .param("hash", hash)
                        .param("now", now)
                        .update()
                == 1;
    }

    void keepForm(UUID token, long id) {
        jdbc.sql("""
                update idempotent_answer set body = :id
                where tenant_id = :tenant and connection_id = :person and key = :key
                """)
                .param("id", Long.toString(id).getBytes(StandardCharsets.UTF_8))
                .param("tenant", Caller.current().tenantId())
                .param("person", person())
                .param("key", token.toString())
                .update();
    }

    Answer form(UUID token) {
        return jdbc.sql("""
                select request_hash, status, body from idempotent_answer
                where tenant_id = :tenant and connection_id = :person and key = :key
                """)
                .param("tenant", Caller.current().tenantId())
                .param("person", person())
                .param("key", token.toString())
                .query((row, number) -> new Answer(row.getBytes(1), row.getInt(2), row.getBytes(3), Map.of()))
                .single();
    }

    /** People stand below zero, beside the connections. */
    private static long person() {
        return -connection();
    }

    private static long connection() {
        return Objects.requireNonNull(Caller.current().id());
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT);
    }
}

package org.callboard.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the answers that {@link IdempotentRequests} may have to give again, for the current caller's connection. */
@Repository
class IdempotentAnswers {

    private static final Duration KEPT = Duration.ofHours(24);

    record Answer(
            byte[] requestHash,
            int status,
            byte[] body,
            @Nullable String etag) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotentAnswers(JdbcClient jdbc, Clock clock) {
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
                select request_hash, status, body, headers ->> 'ETag' from idempotent_answer
                where tenant_id = :tenant and connection_id = :connection and key = :key and created_on > :oldest
                """)
                .param("tenant", Caller.current().tenantId())
                .param("connection", connection())
                .param("key", key)
                .param("oldest", oldest())
                .query((row, number) -> new Answer(row.getBytes(1), row.getInt(2), row.getBytes(3), row.getString(4)))
                .optional();
    }

    void keep(String key, byte[] hash, Answer answer) {
        jdbc.sql("delete from idempotent_answer where tenant_id = :tenant and created_on <= :oldest")
                .param("tenant", Caller.current().tenantId())
                .param("oldest", oldest())
                .update();
        jdbc.sql("""
                insert into idempotent_answer (tenant_id, connection_id, key, request_hash, status, body, headers, created_on)
                values (:tenant, :connection, :key, :hash, :status, :body,
                    jsonb_strip_nulls(jsonb_build_object('ETag', :etag::text)), :now)
                """)
                .param("tenant", Caller.current().tenantId())
                .param("connection", connection())
                .param("key", key)
                .param("hash", hash)
                .param("status", answer.status())
                .param("body", answer.body())
                .param("etag", answer.etag())
                .param("now", clock.instant())
                .update();
    }

    private static long connection() {
        return Objects.requireNonNull(Caller.current().id());
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT);
    }
}

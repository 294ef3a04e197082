package org.callboard.telephone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.database.RecordMapper;
import org.callboard.secrets.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TelephoneSystemStore {

    /** How exactly it is known when a system was heard last: its row is not written with each event. */
    private static final Duration HEARD = Duration.ofMinutes(1);

    private static final RecordMapper<TelephoneSystem> SYSTEMS = RecordMapper.of(TelephoneSystem.class);
    private static final String SYSTEM = """
            select id, kind, name, connection_id, token, account_sid, former_auth_token is not null as has_former_token,
                shared_key is not null as has_shared_key, heard_on, version, created_on, modified_on
            from telephone_system
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    TelephoneSystemStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<TelephoneSystem> all(long tenant) {
        return jdbc.sql(SYSTEM + "where tenant_id = :tenant order by lower(name), id")
                .param("tenant", tenant)
                .query(SYSTEMS.rows())
                .list();
    }

    Optional<TelephoneSystem> find(long tenant, long id) {
        return one("where tenant_id = :tenant and id = :id", tenant, id);
    }

    Optional<TelephoneSystem> lock(long tenant, long id) {
        return one("where tenant_id = :tenant and id = :id for no key update", tenant, id);
    }

    private Optional<TelephoneSystem> one(String which, long tenant, long id) {
        return jdbc.sql(SYSTEM + which)
                .param("tenant", tenant)
                .param("id", id)
                .query(SYSTEMS.rows())
                .optional();
    }

    /** An account of Twilio with its secrets, still encrypted. */
    record Sealed(
            long id,
            String accountSid,
            byte[] authToken,
            byte @Nullable [] formerAuthToken,
            byte @Nullable [] sharedKey) {

        TwilioAccount opened(long tenant, Secrets secrets) {
            List<String> tokens = Stream.of(authToken, formerAuthToken)
                    .filter(Objects::nonNull)
                    .map(secrets::decrypt)
                    .toList();
            return new TwilioAccount(
                    tenant, id, accountSid, tokens, sharedKey == null ? null : secrets.decrypt(sharedKey));
        }
    }

    Optional<Sealed> at(long tenant, String token) {
        return jdbc.sql("""
                select id, account_sid, auth_token, former_auth_token, shared_key from telephone_system
                where tenant_id = :tenant and token = :token
                """)
                .param("tenant", tenant)
                .param("token", token)
                .query((row, number) ->
                        new Sealed(row.getLong(1), row.getString(2), row.getBytes(3), row.getBytes(4), row.getBytes(5)))
                .optional();
    }

    long insert(
            long tenant, TwilioDraft draft, String token, byte @Nullable [] authToken, byte @Nullable [] sharedKey) {
        return jdbc.sql("""
                insert into telephone_system (tenant_id, kind, name, token, account_sid, auth_token, shared_key, created_on,
                    modified_on)
                values (:tenant, 'Twilio', :name, :token, :sid, :authToken, :sharedKey, :now, :now)
                returning id
                """)
                .param("tenant", tenant)
                .param("name", draft.name())
                .param("token", token)
                .param("sid", draft.accountSid())
                .param("authToken", authToken)
                .param("sharedKey", sharedKey)
                .param("now", clock.instant())
                .query(Long.class)
                .single();
    }

    /** Where another auth token is given, the one before is the former one then; what is null stays. */
    void update(long tenant, long id, TwilioDraft draft, byte @Nullable [] authToken, byte @Nullable [] sharedKey) {
        change("""
                name = :name, account_sid = :sid, auth_token = coalesce(:authToken, auth_token),
                former_auth_token = case when :authToken::bytea is not null then auth_token
                    when :forget then null else former_auth_token end,
                shared_key = coalesce(:sharedKey, shared_key)
                """, tenant, id)
                .param("name", draft.name())
                .param("sid", draft.accountSid())
                .param("authToken", authToken)
                .param("forget", draft.forgetFormer())
                .param("sharedKey", sharedKey)
                .update();
    }

    void rename(long tenant, long id, String name) {
        change("name = :name", tenant, id).param("name", name).update();
    }

    void renew(long tenant, long id, String token) {
        change("token = :token", tenant, id).param("token", token).update();
    }

    private JdbcClient.StatementSpec change(String assignments, long tenant, long id) {
        return jdbc.sql("update telephone_system set " + assignments
                        + ", version = version + 1, modified_on = :now where tenant_id = :tenant and id = :id")
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id);
    }

    /** The system that a connection is. */
    Optional<Long> of(long tenant, long connection) {
        return jdbc.sql("select id from telephone_system where tenant_id = :tenant and connection_id = :connection")
                .param("tenant", tenant)
                .param("connection", connection)
                .query(Long.class)
                .optional();
    }

    /** Nothing where another transaction was faster. */
    Optional<Long> insert(long tenant, long connection, String name) {
        return jdbc.sql("""
                insert into telephone_system (tenant_id, kind, name, connection_id, created_on, modified_on)
                values (:tenant, 'Api', :name, :connection, :now, :now)
                on conflict (tenant_id, connection_id) where connection_id is not null do nothing
                returning id
                """)
                .param("tenant", tenant)
                .param("name", name)
                .param("connection", connection)
                .param("now", clock.instant())
                .query(Long.class)
                .optional();
    }

    void heard(long tenant, long id) {
        Instant now = clock.instant();
        jdbc.sql("""
                update telephone_system set heard_on = :now
                where tenant_id = :tenant and id = :id and (heard_on is null or heard_on < :since)
                """)
                .param("now", now)
                .param("since", now.minus(HEARD))
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }
}

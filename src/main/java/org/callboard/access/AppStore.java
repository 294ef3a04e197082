package org.callboard.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callboard.database.RecordMapper;
import org.callboard.database.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AppStore {

    /** What a request of a connection is checked against. */
    record Live(
            long connectionId,
            String appName,
            byte[] appKeyHash,
            byte[] secretHash,
            Set<Scope> scopes,
            @Nullable Long bookingProviderId,
            boolean strict,
            boolean mayActivate,
            boolean mayMerge,
            List<String> origins) {}

    /** What is switched on and off for a connection, by the names of the change log. */
    enum Flag {
        strict("strict"),
        mayActivate("may_activate"),
        mayMerge("may_merge");

        private final String column;

        Flag(String column) {
            this.column = column;
        }
    }

    private static final String LIVE = """
            select c.id, a.name, a.app_key_hash, c.secret_hash, a.scopes, c.booking_provider_id, c.strict,
                c.may_activate, c.may_merge, c.origins
            from connection c
            join app a on a.tenant_id = c.tenant_id and a.id = c.app_id
            where c.tenant_id = :tenant and c.revoked_on is null and a.active
            """;

    private static final RecordMapper<AppConnection> CONNECTIONS = RecordMapper.of(AppConnection.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    AppStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<App> apps(long tenant) {
        return jdbc.sql("select * from app where tenant_id = :tenant order by lower(name)")
                .param("tenant", tenant)
                .query((row, number) -> new App(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("app_key_hint"),
                        scopes(row),
                        row.getBoolean("active"),
                        Rows.instant(row, "created_on")))
                .list();
    }

    long insertApp(long tenant, String name, byte[] keyHash, String keyHint, Set<Scope> scopes) {
        return jdbc.sql("""
                insert into app (tenant_id, name, app_key_hash, app_key_hint, scopes, created_on, modified_on)
                values (:tenant, :name, :hash, :hint, :scopes, :now, :now) returning id
                """)
                .param("tenant", tenant)
                .param("name", name)
                .param("hash", keyHash)
                .param("hint", keyHint)
                .param("scopes", words(scopes))
                .param("now", clock.instant())
                .query(Long.class)
                .single();
    }

    void updateApp(long tenant, long id, String name, Set<Scope> scopes, boolean active) {
        jdbc.sql("""
                update app set name = :name, scopes = :scopes, active = :active, modified_on = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("name", name)
                .param("scopes", words(scopes))
                .param("active", active)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    void updateKey(long tenant, long id, byte[] keyHash, String keyHint) {
        jdbc.sql("""
                update app set app_key_hash = :hash, app_key_hint = :hint, modified_on = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("hash", keyHash)
                .param("hint", keyHint)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    List<AppConnection> connections(long tenant) {
        return jdbc.sql("""
                select c.*, a.name as app_name, t.tag_name as provider_tag_name
                from connection c
                join app a on a.tenant_id = c.tenant_id and a.id = c.app_id
                left join booking_provider_tag t on t.tenant_id = c.tenant_id and t.id = c.booking_provider_id
                where c.tenant_id = :tenant
                order by c.revoked_on nulls first, c.id
                """).param("tenant", tenant).query(CONNECTIONS.rows()).list();
    }

    long insertConnection(
            long tenant, long appId, @Nullable Long bookingProviderId, String clientId, byte[] secretHash) {
        return jdbc.sql("""
                insert into connection (tenant_id, app_id, booking_provider_id, client_id, secret_hash, created_on)
                values (:tenant, :app, :provider, :clientId, :hash, :now) returning id
                """)
                .param("tenant", tenant)
                .param("app", appId)
                .param("provider", bookingProviderId)
                .param("clientId", clientId)
                .param("hash", secretHash)
                .param("now", clock.instant())
                .query(Long.class)
                .single();
    }

    boolean revoke(long tenant, long id) {
        return jdbc.sql("""
                        update connection set revoked_on = :now
                        where tenant_id = :tenant and id = :id and revoked_on is null
                        """)
                        .param("now", clock.instant())
                        .param("tenant", tenant)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Whether that changes anything. */
    boolean update(long tenant, long id, Flag flag, boolean value) {
        return jdbc.sql("""
                        update connection set FLAG = :value
                        where tenant_id = :tenant and id = :id and FLAG <> :value
                        """.replace("FLAG", flag.column))
                        .param("value", value)
                        .param("tenant", tenant)
                        .param("id", id)
                        .update()
                == 1;
    }

    void updateOrigins(long tenant, long id, List<String> origins) {
        jdbc.sql("update connection set origins = :origins where tenant_id = :tenant and id = :id")
                .param("origins", origins.toArray(String[]::new))
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    /** The origins of all connections that are live. */
    Set<String> origins(long tenant) {
        return Set.copyOf(
                jdbc.sql("""
                select distinct unnest(c.origins)
                from connection c
                join app a on a.tenant_id = c.tenant_id and a.id = c.app_id
                where c.tenant_id = :tenant and c.revoked_on is null and a.active
                """).param("tenant", tenant).query(String.class).list());
    }

    /** Notes that a connection took a token, at most once a minute. */
    void touch(long tenant, long id) {
        jdbc.sql("""
                update connection set last_used_on = :now
                where tenant_id = :tenant and id = :id
                    and (last_used_on is null or last_used_on < :now - interval '1 minute')
                """)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    Optional<Live> live(long tenant, long connectionId) {
        return jdbc.sql(LIVE + " and c.id = :id")
                .param("tenant", tenant)
                .param("id", connectionId)
                .query(AppStore::live)
                .optional();
    }

    Optional<Live> liveByClientId(long tenant, String clientId) {
        return jdbc.sql(LIVE + " and c.client_id = :clientId")
                .param("tenant", tenant)
                .param("clientId", clientId)
                .query(AppStore::live)
                .optional();
    }

    private static Live live(ResultSet row, int number) throws SQLException {
        return new Live(
                row.getLong("id"),
                row.getString("name"),
                row.getBytes("app_key_hash"),
                row.getBytes("secret_hash"),
                scopes(row),
                Rows.longOrNull(row, "booking_provider_id"),
                row.getBoolean("strict"),
                row.getBoolean("may_activate"),
                row.getBoolean("may_merge"),
                texts(row, "origins"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Set<Scope> scopes(ResultSet row) throws SQLException {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : texts(row, "scopes")) {
            Scope.of(word).ifPresent(scopes::add);
        }
        return scopes;
    }

    private static String[] words(Set<Scope> scopes) {
        return scopes.stream().map(Scope::word).toArray(String[]::new);
    }
}

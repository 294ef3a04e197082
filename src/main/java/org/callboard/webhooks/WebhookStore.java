package org.callboard.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callboard.changes.ChangeFeed.Position;
import org.callboard.database.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes webhooks themselves. */
@Repository
class WebhookStore {

    /** The secrets, still encrypted, that a delivery is signed with now. */
    record Sealed(byte[] secret, byte @Nullable [] former) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    WebhookStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Webhook> all(long tenant) {
        return jdbc.sql("select * from webhook where tenant_id = :tenant order by id")
                .param("tenant", tenant)
                .query(WebhookStore::webhook)
                .list();
    }

    /** All, and nobody else makes one until the transaction ends. */
    List<Webhook> allWhileNoneIsMade(long tenant) {
        jdbc.sql("select tenant_id from tenant where tenant_id = :tenant for no key update")
                .param("tenant", tenant)
                .query(Long.class)
                .single();
        return all(tenant);
    }

    List<Long> active(long tenant) {
        return jdbc.sql("select id from webhook where tenant_id = :tenant and state = 'Active' order by id")
                .param("tenant", tenant)
                .query(Long.class)
                .list();
    }

    Optional<Webhook> find(long tenant, long id) {
        return read("select * from webhook where tenant_id = :tenant and id = :id", tenant, id);
    }

    Optional<Webhook> lock(long tenant, long id) {
        return read("select * from webhook where tenant_id = :tenant and id = :id for no key update", tenant, id);
    }

    private Optional<Webhook> read(String sql, long tenant, long id) {
        return jdbc.sql(sql)
                .param("tenant", tenant)
                .param("id", id)
                .query(WebhookStore::webhook)
                .optional();
    }

    long insert(long tenant, WebhookDraft draft, @Nullable Long connection, byte[] secret, Position from) {
        return bind("""
                insert into webhook (tenant_id, url, description, events, booking_provider_id, campaign_id, business_unit_id,
                    connection_id, secret, told_epoch, told_xid, told_sequence, created_on, modified_on)
                values (:tenant, :url, :description, :events, :provider, :campaign, :unit,
                    :connection, :secret, :epoch, :xid, :sequence, :now, :now)
                returning id
                """, tenant, draft)
                .param("connection", connection)
                .param("secret", secret)
                .param("epoch", from.epoch())
                .param("xid", from.transaction())
                .param("sequence", from.sequence())
                .query(Long.class)
                .single();
    }

    void update(long tenant, long id, WebhookDraft draft) {
        bind("""
                update webhook set url = :url, description = :description, events = :events, booking_provider_id = :provider,
                    campaign_id = :campaign, business_unit_id = :unit, modified_on = :now
                where tenant_id = :tenant and id = :id
                """, tenant, draft).param("id", id).update();
    }

    private JdbcClient.StatementSpec bind(String sql, long tenant, WebhookDraft draft) {
        return jdbc.sql(sql)
                .param("tenant", tenant)
                .param("url", draft.url())
                .param("description", draft.description())
                .param(
                        "events",
                        draft.events().stream().map(WebhookEvent::word).sorted().toArray(String[]::new))
                .param("provider", draft.filter().bookingProviderId())
                .param("campaign", draft.filter().campaignId())
                .param("unit", draft.filter().businessUnitId())
                .param("now", clock.instant());
    }

    void delete(long tenant, long id) {
        jdbc.sql("delete from webhook where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    /** Another state; what it failed at before no longer counts. */
    void state(long tenant, long id, Webhook.State state) {
        jdbc.sql("""
                update webhook set state = :state, failures = 0, failing_since = null, quiet_until = null,
                    modified_on = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("state", state.name())
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    void rotate(long tenant, long id, byte[] secret, Instant formerUntil) {
        jdbc.sql("""
                update webhook set former_secret = secret, former_until = :until, secret = :secret, modified_on = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("until", formerUntil)
                .param("secret", secret)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    Sealed secrets(long tenant, long id) {
        return jdbc.sql("""
                select secret, case when former_until > :now then former_secret end as former
                from webhook where tenant_id = :tenant and id = :id
                """)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .query((row, number) -> new Sealed(row.getBytes("secret"), row.getBytes("former")))
                .single();
    }

    Position told(long tenant, long id) {
        return jdbc.sql("""
                select told_epoch, told_xid, told_sequence from webhook where tenant_id = :tenant and id = :id
                """)
                .param("tenant", tenant)
                .param("id", id)
                .query((row, number) -> Position.kept(row.getInt(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    void told(long tenant, long id, Position position) {
        jdbc.sql("""
                update webhook set told_epoch = :epoch, told_xid = :xid, told_sequence = :sequence
                where tenant_id = :tenant and id = :id
                """)
                .param("epoch", position.epoch())
                .param("xid", position.transaction())
                .param("sequence", position.sequence())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    void succeeded(long tenant, long id) {
        jdbc.sql("""
                update webhook set failures = 0, failing_since = null, quiet_until = null
                where tenant_id = :tenant and id = :id and failures > 0
                """).param("tenant", tenant).param("id", id).update();
    }

    /** One more failure; nothing is sent before the given time. */
    void failed(long tenant, long id, @Nullable Instant quietUntil) {
        jdbc.sql("""
                update webhook set failures = failures + 1, failing_since = coalesce(failing_since, :now),
                    quiet_until = greatest(quiet_until, :quiet::timestamptz)
                where tenant_id = :tenant and id = :id
                """)
                .param("now", clock.instant())
                .param("quiet", quietUntil)
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        Set<WebhookEvent> events = EnumSet.noneOf(WebhookEvent.class);
        Arrays.stream((String[]) row.getArray("events").getArray())
                .forEach(word -> WebhookEvent.of(word).ifPresent(events::add));
        return new Webhook(
                row.getLong("id"),
                row.getString("url"),
                row.getString("description"),
                events,
                new Webhook.Filter(
                        Rows.longOrNull(row, "booking_provider_id"),
                        Rows.longOrNull(row, "campaign_id"),
                        Rows.longOrNull(row, "business_unit_id")),
                Rows.longOrNull(row, "connection_id"),
                Webhook.State.valueOf(row.getString("state")),
                row.getInt("failures"),
                Rows.instantOrNull(row, "failing_since"),
                Rows.instantOrNull(row, "quiet_until"),
                Rows.instantOrNull(row, "former_until"),
                Rows.instant(row, "created_on"),
                Rows.instant(row, "modified_on"));
    }
}

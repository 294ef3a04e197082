package org.callboard.webhooks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.callboard.changes.EntityKind;
import org.callboard.database.RecordMapper;
import org.callboard.database.Rows;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes what is owed to webhooks, and the tries. */
@Repository
class DeliveryStore {

    /**
     * A delivery that is to be made.
     *
     * @param waitsFor the key of one to the same webhook that has to be closed before; null for none
     */
    record Owed(
            String event,
            String eventKey,
            String recordKind,
            long recordId,
            String data,
            Instant happenedOn,
            @Nullable String waitsFor) {}

    /** The first delivery of each record that waits, unless it waits for another one, which is always that of a merge. */
    private static final String HEADS = """
            select * from (
                select distinct on (record_kind, record_id) * from webhook_delivery
                where tenant_id = :tenant and webhook_id = :webhook and state = 'Pending'
                order by record_kind, record_id, id
            ) head
            where (waits_for is null or waits_for not in (
                    select id from webhook_delivery
                    where tenant_id = :tenant and webhook_id = :webhook and state = 'Pending'
                        and record_kind = any(:merges)))
            """;

    private static final String[] MERGES =
            WebhookEvent.MERGES.stream().map(EntityKind::word).toArray(String[]::new);

    private static final RecordMapper<Delivery> DELIVERIES = RecordMapper.of(Delivery.class);
    private static final RecordMapper<Delivery.Attempt> ATTEMPTS = RecordMapper.of(Delivery.Attempt.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Stores them in their order; one that is there already is left as it is. */
    void insert(long tenant, long webhook, List<Owed> owed) {
        if (owed.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into webhook_delivery (tenant_id, webhook_id, event, event_key, record_kind, record_id, data, due_on,
                    happened_on, created_on)
                select :tenant, :webhook, event, event_key, record_kind, record_id, data, :now, happened_on, :now
                from unnest(:events::text[], :keys::text[], :kinds::text[], :ids::bigint[], :data::text[],
                        :times::text[]::timestamptz[])
                    with ordinality as o (event, event_key, record_kind, record_id, data, happened_on, position)
                order by position
                on conflict (tenant_id, webhook_id, event_key) do nothing
                """)
                .param("tenant", tenant)
                .param("webhook", webhook)
                .param("events", texts(owed, Owed::event))
                .param("keys", texts(owed, Owed::eventKey))
                .param("kinds", texts(owed, Owed::recordKind))
                .param("ids", owed.stream().map(Owed::recordId).toArray(Long[]::new))
                .param("data", texts(owed, Owed::data))
                .param("times", texts(owed, one -> one.happenedOn().toString()))
                .param("now", clock.instant())
                .update();
        List<Owed> later = owed.stream().filter(one -> one.waitsFor() != null).toList();
        if (!later.isEmpty()) {
            jdbc.sql("""
                    update webhook_delivery d set waits_for = first.id
                    from unnest(:keys::text[], :firsts::text[]) o (event_key, first_key)
                    join webhook_delivery first on first.tenant_id = :tenant and first.webhook_id = :webhook
                        and first.event_key = o.first_key
                    where d.tenant_id = :tenant and d.webhook_id = :webhook and d.event_key = o.event_key
                    """)
                    .param("keys", texts(later, Owed::eventKey))
                    .param("firsts", texts(later, Owed::waitsFor))
                    .param("tenant", tenant)
                    .param("webhook", webhook)
                    .update();
        }
    }

    /** The one that was stored last of the deliveries with these keys; empty where there is none any more. */
    Optional<String> last(long tenant, long webhook, List<String> keys) {
        return jdbc.sql("""
                select event_key from webhook_delivery
                where tenant_id = :tenant and webhook_id = :webhook and event_key = any(:keys)
                order by id desc limit 1
                """)
                .param("tenant", tenant)
                .param("webhook", webhook)
                .param("keys", keys.toArray(String[]::new))
                .query(String.class)
                .optional();
    }

    private static String[] texts(List<Owed> owed, Function<Owed, @Nullable String> text) {
        return owed.stream().map(text).toArray(String[]::new);
    }

    /** What may be made now, as far as it is due. */
    List<Delivery> due(long tenant, long webhook, int most) {
        return jdbc.sql(HEADS + "and due_on <= :now order by id limit :most")
                .param("tenant", tenant)
                .param("webhook", webhook)
                .param("merges", MERGES)
                .param("now", clock.instant())
                .param("most", most)
                .query(DELIVERIES.rows())
                .list();
    }

    /** When the next of those that may be made is due; empty where none waits. */
    Optional<Instant> nextDue(long tenant, long webhook) {
        return jdbc.sql("select min(due_on) as due_on from (" + HEADS + ") waiting")
                .param("tenant", tenant)
                .param("webhook", webhook)
                .param("merges", MERGES)
                .query((row, number) -> Optional.ofNullable(Rows.instantOrNull(row, "due_on")))
                .single();
    }

    void closed(long tenant, long id, Delivery.State state) {
        jdbc.sql("""
                update webhook_delivery set state = :state, attempts = attempts + 1, closed_on = :now
                where tenant_id = :tenant and id = :id and state = 'Pending'
                """)
                .param("state", state.name())
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    void again(long tenant, long id, Instant due) {
        jdbc.sql("""
                update webhook_delivery set attempts = attempts + 1, due_on = :due
                where tenant_id = :tenant and id = :id and state = 'Pending'
                """).param("due", due).param("tenant", tenant).param("id", id).update();
    }

    void attempted(long tenant, long delivery, Instant on, int millis, @Nullable Integer status, String answer) {
        jdbc.sql("""
                insert into webhook_attempt (tenant_id, delivery_id, number, attempted_on, millis, status, answer)
                select :tenant, :delivery, coalesce(max(number), 0) + 1, :on, :millis, :status::integer, :answer
                from webhook_attempt where tenant_id = :tenant and delivery_id = :delivery
                """)
                .param("tenant", tenant)
                .param("delivery", delivery)
                .param("on", on)
                .param("millis", millis)
                .param("status", status)
                .param("answer", answer)
                .update();
    }

    /** Owes again what happened in a span of time, delivered or given up; tells how many there are. */
    int replay(long tenant, long webhook, Instant from, Instant to) {
        return jdbc.sql("""
                update webhook_delivery set state = 'Pending', attempts = 0, due_on = :now, closed_on = null, created_on = :now
                where tenant_id = :tenant and webhook_id = :webhook and state <> 'Pending'
                    and happened_on >= :from and happened_on < :to
                """)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("webhook", webhook)
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** Owes one again; false where the webhook has none with this id. */
    boolean replay(long tenant, long webhook, long id) {
        return jdbc.sql("""
                        update webhook_delivery set state = 'Pending', attempts = 0, due_on = :now, closed_on = null, created_on = :now
                        where tenant_id = :tenant and webhook_id = :webhook and id = :id
                        """)
                        .param("now", clock.instant())
                        .param("tenant", tenant)
                        .param("webhook", webhook)
                        .param("id", id)
                        .update()
                == 1;
    }

    Page<Delivery> page(long tenant, long webhook, Delivery.@Nullable State state, Paging paging) {
        Where where = Where.tenant(tenant)
                .and("webhook_id = :webhook", "webhook", webhook)
                .andIf("state = :state", "state", state == null ? null : state.name())
                .orderBy(new Sort("id", true));
        return where.page(jdbc, "select * from webhook_delivery", "webhook_delivery", paging, DELIVERIES.rows());
    }

    Optional<Delivery> find(long tenant, long webhook, long id) {
        return jdbc.sql("""
                select * from webhook_delivery where tenant_id = :tenant and webhook_id = :webhook and id = :id
                """)
                .param("tenant", tenant)
                .param("webhook", webhook)
                .param("id", id)
                .query(DELIVERIES.rows())
                .optional();
    }

    List<Delivery.Attempt> attempts(long tenant, long delivery) {
        return jdbc.sql("""
                select * from webhook_attempt where tenant_id = :tenant and delivery_id = :delivery order by number
                """)
                .param("tenant", tenant)
                .param("delivery", delivery)
                .query(ATTEMPTS.rows())
                .list();
    }

    /** Removes what was closed before a time. */
    int forget(long tenant, Instant before) {
        return jdbc.sql("delete from webhook_delivery where tenant_id = :tenant and closed_on < :before")
                .param("tenant", tenant)
                .param("before", before)
                .update();
    }
}

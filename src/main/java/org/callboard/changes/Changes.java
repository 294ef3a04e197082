package org.callboard.changes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.database.Caller;
import org.callboard.database.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * The change log: one row for every business action, written in the action's own transaction. Feeds, webhooks, the
 * history pages and the live screens all read it.
 */
@Component
public class Changes {

    /** One entry. {@code fields} maps a field's wire name to its old and new value. */
    public record Change(
            long sequence,
            EntityKind recordKind,
            long recordId,
            Action action,
            Caller.Kind actorKind,
            @Nullable Long actorId,
            String actorName,
            Instant happenedOn,
            List<Diff.Field> fields) {

        /**
         * The id in a field before this.
         *
         * @param now what is there since, which is what was there where the field did not change
         */
        public @Nullable Long idBefore(String field, @Nullable Long now) {
            Optional<Diff.Field> told =
                    fields.stream().filter(one -> one.name().equals(field)).findFirst();
            return told.isEmpty()
                    ? now
                    : told.get().before() instanceof Number id ? Long.valueOf(id.longValue()) : null;
        }
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ObjectReader fields;
    private final Clock clock;
    private final ChangeSignal signal;

    Changes(JdbcClient jdbc, JsonMapper json, Clock clock, ChangeSignal signal) {
        this.jdbc = jdbc;
        this.json = json;
        this.fields = json.readerFor(new TypeReference<List<Diff.Field>>() {})
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        this.clock = clock;
        this.signal = signal;
    }

    /**
     * Records that the current caller did something to a record; an update that changed no field is nothing. Needs the
     * action's transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(EntityKind recordKind, long recordId, Action action, Diff diff) {
        if (action == Action.UPDATED && diff.isEmpty()) {
            return;
        }
        Caller caller = Caller.current();
        jdbc.sql("""
                insert into change (tenant_id, record_kind, record_id, action, actor_kind, actor_id, actor_name, happened_on, fields)
                values (:tenant, :kind, :id, :action, :actorKind, :actorId, :actorName, :now, :fields::jsonb)
                """)
                .param("tenant", caller.tenantId())
                .param("kind", recordKind.word())
                .param("id", recordId)
                .param("action", action.word())
                .param("actorKind", caller.kind().name())
                .param("actorId", caller.id())
                .param("actorName", caller.name())
                .param("now", clock.instant())
                .param("fields", json.writeValueAsString(diff.fields()))
                .update();
        signalAfterCommit(caller);
    }

    /** Records the same action on several records of a kind, in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(EntityKind recordKind, Map<Long, Diff> records, Action action) {
        if (records.isEmpty()) {
            return;
        }
        Caller caller = Caller.current();
        jdbc.sql("""
                insert into change (tenant_id, epoch, record_kind, record_id, action, actor_kind, actor_id, actor_name,
                    happened_on, fields)
                select :tenant, (select current_change_epoch()), -- looked up once, where the default would be for each row
                    :kind, record.id, :action, :actorKind, :actorId::bigint, :actorName, :now, record.fields::jsonb
                from unnest(:ids::bigint[], :fields::text[]) with ordinality as record (id, fields, position)
                order by position
                """)
                .param("tenant", caller.tenantId())
                .param("kind", recordKind.word())
                .param("ids", records.keySet().toArray(Long[]::new))
                .param("action", action.word())
                .param("actorKind", caller.kind().name())
                .param("actorId", caller.id())
                .param("actorName", caller.name())
                .param("now", clock.instant())
                .param(
                        "fields",
                        records.values().stream()
                                .map(diff -> json.writeValueAsString(diff.fields()))
                                .toArray(String[]::new))
                .update();
        signalAfterCommit(caller);
    }

    private void signalAfterCommit(Caller caller) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.changed(caller.tenantId());
            }
        });
    }

    /** The history of one record, newest first. */
    public List<Change> of(long tenant, EntityKind recordKind, long recordId) {
        return jdbc.sql("""
                select * from change
                where tenant_id = :tenant and record_kind = :kind and record_id = :id
                order by sequence desc limit 500
                """)
                .param("tenant", tenant)
                .param("kind", recordKind.word())
                .param("id", recordId)
                .query(this::change)
                .list();
    }

    /**
     * A record whose history is asked for.
     *
     * @param field where given, only the changes count in which this field had or got {@code value}
     */
    public record Subject(
            EntityKind kind,
            long id,
            @Nullable String field,
            @Nullable Long value) {

        public static Subject of(EntityKind kind, long id) {
            return new Subject(kind, id, null, null);
        }
    }

    /**
     * The history of several records together, newest first.
     *
     * @param before only what has a smaller sequence number
     * @param most how many entries at most
     */
    public List<Change> of(long tenant, Collection<Subject> subjects, long before, int most) {
        return jdbc.sql("""
                select c.*
                from unnest(:kinds::text[], :ids::bigint[], :fields::text[], :values::bigint[])
                    as subject (kind, id, field, value)
                cross join lateral (
                    select * from change
                    where tenant_id = :tenant and record_kind = subject.kind and record_id = subject.id
                        and sequence < :before
                        and (subject.field is null or exists (
                            select from jsonb_array_elements(fields) f
                            where f ->> 'name' = subject.field
                                and to_jsonb(subject.value) in (f -> 'before', f -> 'after')))
                    order by sequence desc limit :most
                ) c
                order by c.sequence desc limit :most
                """)
                .param(
                        "kinds",
                        subjects.stream().map(subject -> subject.kind.word()).toArray(String[]::new))
                .param("ids", subjects.stream().map(Subject::id).toArray(Long[]::new))
                .param("fields", subjects.stream().map(Subject::field).toArray(String[]::new))
                .param("values", subjects.stream().map(Subject::value).toArray(Long[]::new))
                .param("tenant", tenant)
                .param("before", before)
                .param("most", most)
                .query(this::change)
                .list();
    }

    /** The fields of some changes, by their sequence numbers. */
    public Map<Long, List<Diff.Field>> fields(long tenant, Collection<Long> sequences) {
        Map<Long, List<Diff.Field>> all = new HashMap<>();
        jdbc.sql("select sequence, fields from change where tenant_id = :tenant and sequence = any(:sequences)")
                .param("tenant", tenant)
                .param("sequences", sequences.toArray(Long[]::new))
                .query(row -> {
                    all.put(row.getLong("sequence"), fields.readValue(row.getString("fields")));
                });
        return all;
    }

    private Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getLong("sequence"),
                EntityKind.of(row.getString("record_kind")),
                row.getLong("record_id"),
                Action.of(row.getString("action")),
                Caller.Kind.valueOf(row.getString("actor_kind")),
                row.getObject("actor_id", Long.class),
                row.getString("actor_name"),
                Rows.instant(row, "happened_on"),
                fields.readValue(row.getString("fields")));
    }
}

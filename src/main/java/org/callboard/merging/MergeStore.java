package org.callboard.merging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.callboard.database.Caller;
import org.callboard.database.Rows;
import org.callboard.details.RecordKind;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ledger of merges, and what each one changed. */
@Repository
class MergeStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<EnumMap<MovedKind, Long>> COUNTS = new TypeReference<>() {};
    private static final String STANDING = "state in ('Waiting', 'Done', 'UndoWaiting')";

    private final JdbcClient jdbc;
    private final Clock clock;

    MergeStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes a merge that is done in this transaction; gives its id. */
    long insert(long tenant, MergePlan plan, String tag, @Nullable Long partOf) {
        Caller caller = Caller.current();
        return jdbc.sql("""
                insert into merge (tenant_id, kind, kept_id, removed_id, part_of, state, plan_tag, choices, reactivated,
                    removed_was_active, merged_on, actor_kind, actor_id, actor_name)
                values (:tenant, :kind, :kept, :removed, :partOf::bigint, 'Done', :tag, :choices::jsonb, :reactivated,
                    :active, :now, :actorKind, :actorId::bigint, :actorName)
                returning id
                """)
                .param("tenant", tenant)
                .param("kind", plan.kind().word())
                .param("kept", plan.kept().id())
                .param("removed", plan.removed().id())
                .param("partOf", partOf)
                .param("tag", tag)
                .param("choices", JSON.writeValueAsString(plan.choices()))
                .param("reactivated", plan.reactivates())
                .param("active", plan.removed().record().active())
                .param("now", clock.instant())
                .param("actorKind", caller.kind().name())
                .param("actorId", caller.id())
                .param("actorName", caller.name())
                .query(Long.class)
                .single();
    }

    /** Notes a merge that a task is to do. */
    long insertWaiting(long tenant, MergePlan plan, String tag) {
        long id = insert(tenant, plan, tag, null);
        state(tenant, id, Merge.State.Waiting);
        return id;
    }

    private void state(long tenant, long id, Merge.State state) {
        jdbc.sql("update merge set state = :state where tenant_id = :tenant and id = :id")
                .param("state", state.name())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    /** A merge that a task was to do is done in this transaction. */
    void begin(long tenant, long id, MergePlan plan) {
        jdbc.sql("""
                update merge set state = 'Done', reactivated = :reactivated, removed_was_active = :active, merged_on = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("reactivated", plan.reactivates())
                .param("active", plan.removed().record().active())
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    /** Notes that a task is to undo a merge, for whom, and by which preview. */
    void undoLater(long tenant, long id, UndoChoices choices, String tag) {
        Caller caller = Caller.current();
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("choices", choices);
        asked.put("planTag", tag);
        asked.put("kind", caller.kind());
        asked.put("id", caller.id());
        asked.put("name", caller.name());
        jdbc.sql("""
                update merge set state = 'UndoWaiting', failure = null, undo_result = :asked::jsonb
                where tenant_id = :tenant and id = :id
                """)
                .param("asked", JSON.writeValueAsString(asked))
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    /** Notes why a task could not do it: a merge has failed, and one that was to be undone stands. */
    void fail(long tenant, long id, String why) {
        jdbc.sql("""
                update merge set failure = :why, undo_result = null,
                    state = case state when 'Waiting' then 'Failed' when 'UndoWaiting' then 'Done' else state end
                where tenant_id = :tenant and id = :id
                """).param("why", why).param("tenant", tenant).param("id", id).update();
    }

    /** What a task is to do, as whom. */
    record Asked(
            Merge.State state, Caller by, Choices choices, String planTag, UndoChoices undoChoices, String undoTag) {}

    Asked asked(long tenant, long id) {
        return jdbc.sql("select * from merge where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query((row, number) -> {
                    JsonNode undo = row.getString("state").equals(Merge.State.UndoWaiting.name())
                            ? json(row, "undo_result")
                            : null;
                    Caller by = undo != null
                            ? new Caller(
                                    tenant,
                                    Caller.Kind.valueOf(undo.get("kind").stringValue()),
                                    undo.get("id").isNull()
                                            ? null
                                            : undo.get("id").longValue(),
                                    undo.get("name").stringValue())
                            : new Caller(
                                    tenant,
                                    Caller.Kind.valueOf(row.getString("actor_kind")),
                                    Rows.longOrNull(row, "actor_id"),
                                    row.getString("actor_name"));
                    return new Asked(
                            Merge.State.valueOf(row.getString("state")),
                            by,
                            JSON.readValue(row.getString("choices"), Choices.class),
                            row.getString("plan_tag"),
                            undo != null ? JSON.treeToValue(undo.get("choices"), UndoChoices.class) : UndoChoices.NONE,
                            undo != null ? undo.get("planTag").stringValue() : "");
                })
                .single();
    }

    /** Merges that were made so long ago and whose items are still there. */
    List<Long> olderThan(long tenant, Duration age) {
        return jdbc.sql("""
                select id from merge where tenant_id = :tenant and merged_on < :then and forgotten_on is null
                    and state in ('Done', 'Failed', 'Undone')
                order by id
                """)
                .param("tenant", tenant)
                .param("then", clock.instant().minus(age))
                .query(Long.class)
                .list();
    }

    void forget(long tenant, long id) {
        jdbc.sql("update merge set forgotten_on = :now where tenant_id = :tenant and id = :id")
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
        jdbc.sql("delete from merge_item where tenant_id = :tenant and merge_id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    /** Says that merges were made at once, under the id of the first. */
    void batch(long tenant, List<Long> merges) {
        jdbc.sql("update merge set batch_id = :first where tenant_id = :tenant and id = any(:ids)")
                .param("first", merges.getFirst())
                .param("tenant", tenant)
                .param("ids", merges.toArray(Long[]::new))
                .update();
    }

    void count(long tenant, long merge, Map<MovedKind, Long> moved) {
        jdbc.sql("update merge set moved = :moved::jsonb where tenant_id = :tenant and id = :id")
                .param("moved", JSON.writeValueAsString(moved))
                .param("tenant", tenant)
                .param("id", merge)
                .update();
    }

    void add(long tenant, long merge, MergeItem item) {
        jdbc.sql("""
                insert into merge_item (tenant_id, merge_id, kind, record_id, record_uuid, what, before, after)
                values (:tenant, :merge, :kind, :record::bigint, :uuid::uuid, :what, :before::jsonb, :after::jsonb)
                """)
                .param("tenant", tenant)
                .param("merge", merge)
                .param("kind", item.kind().name())
                .param("record", item.recordId())
                .param("uuid", item.recordUuid())
                .param("what", item.what())
                .param("before", text(item.before()))
                .param("after", text(item.after()))
                .update();
    }

    private static @Nullable String text(@Nullable JsonNode json) {
        return json == null ? null : JSON.writeValueAsString(json);
    }

    /** Notes rows of one kind of which the same is to be said, in one statement. */
    void addRows(long tenant, long merge, MergeItem.Kind kind, Collection<Long> ids, JsonNode before, JsonNode after) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into merge_item (tenant_id, merge_id, kind, record_id, before, after)
                select :tenant, :merge, :kind, id, :before::jsonb, :after::jsonb
                from unnest(:ids::bigint[]) with ordinality as moved (id, position) order by position
                """)
                .param("tenant", tenant)
                .param("merge", merge)
                .param("kind", kind.name())
                .param("before", text(before))
                .param("after", text(after))
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    List<MergeItem> items(long tenant, long merge) {
        return jdbc.sql("select * from merge_item where tenant_id = :tenant and merge_id = :merge order by number")
                .param("tenant", tenant)
                .param("merge", merge)
                .query((row, number) -> new MergeItem(
                        MergeItem.Kind.valueOf(row.getString("kind")),
                        Rows.longOrNull(row, "record_id"),
                        row.getObject("record_uuid", UUID.class),
                        row.getString("what"),
                        json(row, "before"),
                        json(row, "after")))
                .list();
    }

    private static @Nullable JsonNode json(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : JSON.readTree(text);
    }

    Optional<Merge> find(long tenant, long id) {
        return jdbc.sql("select * from merge where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(MergeStore::merge)
                .optional();
    }

    /** The merge by which a record was removed, unless that was undone. */
    Optional<Merge> standing(RecordKind kind, long tenant, long removed) {
        return jdbc.sql("select * from merge where tenant_id = :tenant and kind = :kind and removed_id = :removed and "
                        + STANDING)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("removed", removed)
                .query(MergeStore::merge)
                .optional();
    }

    /** The merges into a record that stand, the latest first. */
    List<Merge> into(RecordKind kind, long tenant, long kept) {
        return jdbc.sql("select * from merge where tenant_id = :tenant and kind = :kind and kept_id = :kept and "
                        + STANDING + " order by id desc")
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("kept", kept)
                .query(MergeStore::merge)
                .list();
    }

    /** The merges of locations that were pairs in one of their customers. */
    List<Merge> parts(long tenant, long merge) {
        return jdbc.sql("select * from merge where tenant_id = :tenant and part_of = :merge order by id")
                .param("tenant", tenant)
                .param("merge", merge)
                .query(MergeStore::merge)
                .list();
    }

    /** The merges that were made at once, the last first. */
    List<Merge> ofBatch(long tenant, long batch) {
        return jdbc.sql(
                        "select * from merge where tenant_id = :tenant and batch_id = :batch and id >= :batch order by id desc")
                .param("tenant", tenant)
                .param("batch", batch)
                .query(MergeStore::merge)
                .list();
    }

    /** Keeps others from changing it until the transaction ends; the records come before. */
    void lock(long tenant, long id) {
        jdbc.sql("select id from merge where tenant_id = :tenant and id = :id for no key update")
                .param("tenant", tenant)
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    void undo(long tenant, long id, Object result) {
        jdbc.sql("""
                update merge set state = 'Undone', undone_on = :now, undone_by = :by, undo_result = :result::jsonb
                where tenant_id = :tenant and id = :id
                """)
                .param("now", clock.instant())
                .param("by", Caller.current().name())
                .param("result", JSON.writeValueAsString(result))
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    Page<Merge> since(long tenant, Set<RecordKind> kinds, Instant since, Paging paging) {
        Where where = Where.tenant(tenant)
                .and(
                        "kind = any(:kinds)",
                        "kinds",
                        kinds.stream().map(RecordKind::word).toArray(String[]::new))
                .and("(merged_on >= :since or undone_on >= :since)", "since", since)
                .orderBy(new Sort("merged_on", false));
        return where.page(jdbc, "select * from merge", "merge", paging, MergeStore::merge);
    }

    static Merge merge(ResultSet row, int number) throws SQLException {
        return new Merge(
                row.getLong("id"),
                row.getString("kind").equals(RecordKind.Customer.word()) ? RecordKind.Customer : RecordKind.Location,
                row.getLong("kept_id"),
                row.getLong("removed_id"),
                Merge.State.valueOf(row.getString("state")),
                row.getString("failure"),
                Rows.longOrNull(row, "part_of"),
                Rows.longOrNull(row, "batch_id"),
                row.getBoolean("reactivated"),
                row.getBoolean("removed_was_active"),
                JSON.readValue(row.getString("moved"), COUNTS),
                Rows.instant(row, "merged_on"),
                row.getString("actor_name"),
                Rows.instantOrNull(row, "undone_on"),
                row.getString("undone_by"),
                Rows.instantOrNull(row, "forgotten_on"));
    }
}

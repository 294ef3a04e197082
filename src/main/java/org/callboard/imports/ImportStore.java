package org.callboard.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.callboard.database.Caller;
import org.callboard.database.Rows;
import org.callboard.listchoices.Choices;
import org.callboard.listchoices.Choices.ExternalId;
import org.callboard.listchoices.Choices.OnExisting;
import org.callboard.listchoices.Choices.UpdateBy;
import org.callboard.listchoices.OnMatch;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.callboard.sheets.ColumnField;
import org.callboard.sheets.DateOrder;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.SheetLayout;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes imports. Whoever changes the state of one locks it first and looks at it, so that one of many wins. */
@Repository
class ImportStore {

    /** What an earlier version did not count is none. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final Duration KEY_KEPT = Duration.ofHours(24);

    /**
     * What an upload is stored as.
     *
     * @param onceKey null where it may be sent again
     */
    record New(
            ImportKind kind,
            String fileName,
            String readAs,
            List<String> columns,
            SheetLayout layout,
            Choices choices,
            int rows,
            @Nullable String onceKey,
            byte[] onceHash) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Stores an upload; false where its key was used, also by somebody who is just about to. */
    boolean insert(long tenant, long id, New upload) {
        Caller caller = Caller.current();
        if (upload.onceKey() != null) {
            jdbc.sql("""
                    update import set once_key = null
                    where tenant_id = :tenant and once_key = :key and created_on <= :oldest
                    """)
                    .param("tenant", tenant)
                    .param("key", upload.onceKey())
                    .param("oldest", clock.instant().minus(KEY_KEPT))
                    .update();
        }
        Choices choices = upload.choices();
        return jdbc.sql("""
                insert into import (tenant_id, id, kind, state, file_name, read_as, columns, header_row,
                    date_orders, totals, not_calculated, fields, campaign_id,
                    call_reason_id, follow_up_date, on_match, update_by, on_existing, external_application, external_key,
                    tag_type_id, normal_case, rows, actor_kind, actor_id, actor_name, once_key, once_hash, created_on,
                    created_by_name, modified_on)
                values (:tenant, :id, :kind, 'Draft', :fileName, :readAs, :columns, :headerRow, :dateOrders, :totals, :notCalculated, :fields, :campaign, :reason, :followUp,
                    :onMatch, :updateBy, :onExisting, :application, :key, :tag, :normalCase, :rows, :actorKind, :actorId,
                    :actorName, :onceKey, :onceHash, :now, :actorName, :now)
                on conflict (tenant_id, once_key) where once_key is not null do nothing
                """)
                        .param("tenant", tenant)
                        .param("id", id)
                        .param("kind", upload.kind().name())
                        .param("fileName", upload.fileName())
                        .param("readAs", upload.readAs())
                        .param("columns", upload.columns().toArray(String[]::new))
                        .param("headerRow", upload.layout().headerRow())
                        .param(
                                "dateOrders",
                                upload.layout().dateOrders().stream()
                                        .map(Enum::name)
                                        .toArray(String[]::new))
                        .param("totals", upload.layout().totals().toArray(Integer[]::new))
                        .param("notCalculated", upload.layout().notCalculated().toArray(Integer[]::new))
                        .params(chosen(choices))
                        .param("rows", upload.rows())
                        .param("actorKind", caller.kind().name())
                        .param("actorId", caller.id())
                        .param("actorName", caller.name())
                        .param("onceKey", upload.onceKey())
                        .param("onceHash", upload.onceHash())
                        .param("now", clock.instant())
                        .update()
                == 1;
    }

    /** An upload that was made under a key. */
    record Known(long id, byte[] hash) {}

    /** Empty also where that was so long ago that the key may be used again. */
    Optional<Known> underKey(long tenant, String key) {
        return jdbc.sql("""
                select id, once_hash from import
                where tenant_id = :tenant and once_key = :key and created_on > :oldest
                """)
                .param("tenant", tenant)
                .param("key", key)
                .param("oldest", clock.instant().minus(KEY_KEPT))
                .query((row, number) -> new Known(row.getLong(1), row.getBytes(2)))
                .optional();
    }

    Optional<Import> find(long tenant, long id) {
        return find(tenant, id, "");
    }

    /**
     * Lets this connection plan its statements anew. PostgreSQL keeps the plan of a statement, and of the check of a foreign
     * key, until it gathers statistics; one from when a table was small reads all of it, for every row, when it is not.
     */
    void planAnew() {
        jdbc.sql("discard plans").update();
    }

    /** Reads it and keeps others from changing it until the transaction ends. */
    Optional<Import> lock(long tenant, long id) {
        return find(tenant, id, " for no key update");
    }

    private Optional<Import> find(long tenant, long id, String lock) {
        return jdbc.sql("select * from import where tenant_id = :tenant and id = :id" + lock)
                .param("tenant", tenant)
                .param("id", id)
                .query((row, number) -> read(tenant, row))
                .optional();
    }

    /** The newest first. */
    Page<Import> page(long tenant, Paging paging) {
        Where where = Where.tenant(tenant).orderBy(new Sort("id", true));
        return where.page(jdbc, "select * from import", "import", paging, (row, number) -> read(tenant, row));
    }

    /** Sets what people say about a list. */
    void choose(long tenant, long id, Choices choices) {
        jdbc.sql("""
                update import set fields = :fields, campaign_id = :campaign, call_reason_id = :reason,
                    follow_up_date = :followUp, on_match = :onMatch, update_by = :updateBy, on_existing = :onExisting,
                    external_application = :application, external_key = :key, tag_type_id = :tag,
                    normal_case = :normalCase, modified_on = :now
                where tenant_id = :tenant and id = :id
                """)
                .params(chosen(choices))
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    /** Sets another row as the one with the names of the columns. */
    void nameColumns(long tenant, long id, int headerRow, List<String> columns, int rows, Choices choices) {
        jdbc.sql("""
                update import set header_row = :headerRow, columns = :columns, rows = :rows, reached = :headerRow
                where tenant_id = :tenant and id = :id
                """)
                .param("headerRow", headerRow)
                .param("columns", columns.toArray(String[]::new))
                .param("rows", rows)
                .param("tenant", tenant)
                .param("id", id)
                .update();
        choose(tenant, id, choices);
    }

    /** Begins a work of a locked import that goes through the rows from the first on, for the current caller. */
    void begin(long tenant, long id, ImportState to, Counts counts) {
        Caller caller = Caller.current();
        jdbc.sql("""
                update import set state = :to, reached = header_row, done = 0, counts = :counts::jsonb, actor_kind = :actorKind,
                    actor_id = :actorId, actor_name = :actorName, modified_on = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("to", to.name())
                .param("counts", JSON.writeValueAsString(counts))
                .param("actorKind", caller.kind().name())
                .param("actorId", caller.id())
                .param("actorName", caller.name())
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    /** Moves a locked import on, within its work or to the state that ends it. */
    void move(long tenant, long id, ImportState state, int reached, int done, Counts counts) {
        jdbc.sql("""
                update import set state = :state, reached = :reached, done = :done, counts = :counts::jsonb,
                    modified_on = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("state", state.name())
                .param("reached", reached)
                .param("done", done)
                .param("counts", JSON.writeValueAsString(counts))
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    void delete(long tenant, long id) {
        jdbc.sql("delete from import where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    /** The imports that nobody has touched since then and that have rows. */
    List<Long> untouchedSince(long tenant, Instant then) {
        return jdbc.sql("""
                select id from import
                where tenant_id = :tenant and modified_on < :then and rows_forgotten_on is null
                    and state not in ('Checking', 'Running', 'Undoing')
                order by id
                """)
                .param("tenant", tenant)
                .param("then", then)
                .query(Long.class)
                .list();
    }

    void rowsForgotten(long tenant, long id) {
        jdbc.sql("update import set rows_forgotten_on = :now where tenant_id = :tenant and id = :id")
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    private static Map<String, @Nullable Object> chosen(Choices choices) {
        Choices.Existing existing = choices.existing();
        ExternalId external = existing.external();
        UpdateBy by = existing.by();
        Map<String, @Nullable Object> chosen = new HashMap<>();
        chosen.put("fields", ColumnField.words(choices.fields()).toArray(String[]::new));
        chosen.put("campaign", choices.campaignId());
        chosen.put("reason", choices.callReasonId());
        chosen.put("followUp", choices.followUpDate());
        chosen.put("onMatch", choices.onMatch().name());
        chosen.put("updateBy", by == null ? null : by.name());
        chosen.put("onExisting", existing.policy().name());
        chosen.put("application", external == null ? null : external.application());
        chosen.put("key", external == null ? null : external.key());
        chosen.put("tag", choices.tagTypeId());
        chosen.put("normalCase", choices.normalCase());
        return chosen;
    }

    private static Choices choices(ResultSet row) throws SQLException {
        String by = row.getString("update_by");
        UUID application = row.getObject("external_application", UUID.class);
        return new Choices(
                ColumnField.parseAll(List.of((String[]) row.getArray("fields").getArray())),
                Rows.longOrNull(row, "campaign_id"),
                Rows.longOrNull(row, "call_reason_id"),
                Rows.instantOrNull(row, "follow_up_date"),
                OnMatch.valueOf(row.getString("on_match")),
                new Choices.Existing(
                        by == null ? null : UpdateBy.valueOf(by),
                        OnExisting.valueOf(row.getString("on_existing")),
                        application == null ? null : new ExternalId(application, row.getString("external_key"))),
                Rows.longOrNull(row, "tag_type_id"),
                row.getBoolean("normal_case"));
    }

    private static Import read(long tenant, ResultSet row) throws SQLException {
        return new Import(
                row.getLong("id"),
                ImportKind.valueOf(row.getString("kind")),
                ImportState.valueOf(row.getString("state")),
                row.getString("file_name"),
                row.getString("read_as"),
                List.of((String[]) row.getArray("columns").getArray()),
                new SheetLayout(
                        row.getInt("header_row"),
                        Arrays.stream((String[]) row.getArray("date_orders").getArray())
                                .map(DateOrder::valueOf)
                                .toList(),
                        List.of((Integer[]) row.getArray("totals").getArray()),
                        List.of((Integer[]) row.getArray("not_calculated").getArray())),
                choices(row),
                row.getInt("rows"),
                row.getInt("reached"),
                row.getInt("done"),
                counts(row.getString("counts")),
                new Caller(
                        tenant,
                        Caller.Kind.valueOf(row.getString("actor_kind")),
                        Rows.longOrNull(row, "actor_id"),
                        row.getString("actor_name")),
                row.getString("created_by_name"),
                Rows.instant(row, "created_on"),
                Rows.instant(row, "modified_on"),
                Rows.instantOrNull(row, "rows_forgotten_on"));
    }

    private static Counts counts(String json) {
        return json.equals("{}") ? Counts.NONE : JSON.readValue(json, Counts.class);
    }
}

package org.callboard.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.callboard.importrows.JudgedRow;
import org.callboard.importrows.JudgedRow.DoneRow;
import org.callboard.importrows.RowMemory;
import org.callboard.importrows.RowOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what rows of imports would become, and what they became, many at a time. */
@Repository
class ImportOutcomeStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    ImportOutcomeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private StatementSpec of(String sql, long tenant, long id) {
        return jdbc.sql(sql).param("tenant", tenant).param("id", id);
    }

    /** Keeps what rows would become, or became. A row that has become something already is left, and not counted. */
    int judge(long tenant, long id, List<JudgedRow> rows) {
        return of("""
                insert into import_outcome (tenant_id, import_id, number, outcome, problems, warnings, reason, match_id,
                    lead_id, changes, target_version, result, record_id, undo, keys, capitals)
                select :tenant, :id, number, outcome, problems::json, warnings::json, reason, match, lead, changes::json,
                    version, result, record, undo::json, keys::bigint[], capitals
                from unnest(:numbers::int[], :outcomes::text[], :problems::text[], :warnings::text[], :reasons::text[],
                    :matches::bigint[], :leads::bigint[], :changes::text[], :versions::int[], :results::text[], :records::bigint[],
                    :undo::text[], :keys::text[], :capitals::boolean[])
                    as r (number, outcome, problems, warnings, reason, match, lead, changes, version, result, record,
                        undo, keys, capitals)
                on conflict (tenant_id, import_id, number) do update set outcome = excluded.outcome,
                    problems = excluded.problems, warnings = excluded.warnings, reason = excluded.reason,
                    match_id = excluded.match_id, lead_id = excluded.lead_id, changes = excluded.changes, target_version = excluded.target_version,
                    result = excluded.result, record_id = excluded.record_id, undo = excluded.undo, keys = excluded.keys,
                    capitals = excluded.capitals
                where import_outcome.result is null
                """, tenant, id)
                .param("numbers", rows.stream().map(JudgedRow::number).toArray(Integer[]::new))
                .param("outcomes", texts(rows, row -> row.outcome().name()))
                .param(
                        "problems",
                        texts(rows, row -> json(row.problems(), row.problems().isEmpty())))
                .param(
                        "warnings",
                        texts(rows, row -> json(row.warnings(), row.warnings().isEmpty())))
                .param("reasons", texts(rows, JudgedRow::reason))
                .param("matches", rows.stream().map(JudgedRow::matchId).toArray(Long[]::new))
                .param(
                        "changes",
                        texts(rows, row -> json(row.changes(), row.changes().isEmpty())))
                .param("versions", rows.stream().map(JudgedRow::version).toArray(Integer[]::new))
                .param(
                        "results",
                        texts(
                                rows,
                                row -> row.result() == null
                                        ? null
                                        : row.result().name()))
                .param("leads", rows.stream().map(JudgedRow::leadId).toArray(Long[]::new))
                .param("capitals", rows.stream().map(JudgedRow::capitals).toArray(Boolean[]::new))
                .param("records", rows.stream().map(JudgedRow::recordId).toArray(Long[]::new))
                .param("undo", texts(rows, JudgedRow::undo))
                .param("keys", texts(rows, ImportOutcomeStore::keys))
                .update();
    }

    private static @Nullable String[] texts(List<JudgedRow> rows, Function<JudgedRow, @Nullable String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String json(Object value, boolean empty) {
        return empty ? null : JSON.writeValueAsString(value);
    }

    /** Until it runs: then nobody mends a row any more. */
    private static @Nullable String keys(JudgedRow row) {
        return row.result() != null || row.keys().isEmpty()
                ? null
                : "{"
                        + String.join(
                                ",", row.keys().stream().map(Object::toString).toList()) + "}";
    }

    /** The first row before one that has a key of these, for each of them. */
    Map<Long, Integer> firstWith(long tenant, long id, Collection<Long> keys, int before) {
        Map<Long, Integer> first = new HashMap<>();
        of("""
                select k.key, min(o.number) as number
                from import_outcome o, unnest(:keys::bigint[]) as k (key)
                where o.tenant_id = :tenant and o.import_id = :id and o.number < :before and k.key = any(o.keys)
                group by k.key
                """, tenant, id)
                .param("keys", keys.toArray(Long[]::new))
                .param("before", before)
                .query(row -> {
                    first.put(row.getLong("key"), row.getInt("number"));
                });
        return first;
    }

    /** The records that rows became, by the numbers of the rows. */
    Map<Integer, Long> recordsOf(long tenant, long id, Collection<Integer> numbers) {
        Map<Integer, Long> records = new HashMap<>();
        of("""
                select number, record_id from import_outcome
                where tenant_id = :tenant and import_id = :id and number = any(:numbers) and record_id is not null
                """, tenant, id).param("numbers", numbers.toArray(Integer[]::new)).query(row -> {
            records.put(row.getInt("number"), row.getLong("record_id"));
        });
        return records;
    }

    /** Gives to a memory how rows have left the customers that they changed. */
    void tellChanged(long tenant, long id, RowMemory memory) {
        tell(memory, of("""
                select record_id, (array_agg((undo->>'version')::int order by number))[1] as found,
                    (array_agg(target_version order by number desc))[1] as version
                from import_outcome
                where tenant_id = :tenant and import_id = :id and result = 'Updated' and undo->>'version' is not null
                group by record_id
                """, tenant, id));
    }

    /** Gives to a memory how rows that were taken back have left the customers that they had changed. */
    void tellTakenBack(long tenant, long id, RowMemory memory) {
        tell(memory, of("""
                select distinct on (record_id) record_id, (undo->>'version')::int as found, target_version as version
                from import_outcome
                where tenant_id = :tenant and import_id = :id and result = 'Removed' and undo->>'version' is not null
                order by record_id, number
                """, tenant, id));
    }

    private static void tell(RowMemory memory, StatementSpec left) {
        left.query(row -> {
            memory.left(row.getLong("record_id"), row.getInt("found"), row.getInt("version"));
        });
    }

    /** All records that were made of rows. */
    List<Long> made(long tenant, long id) {
        return of("""
                select record_id from import_outcome
                where tenant_id = :tenant and import_id = :id and result = 'Made'
                """, tenant, id).query(Long.class).list();
    }

    /**
     * The rows that became something and were not taken back yet, from the last to the first: what was done later may rest on
     * what was done before.
     *
     * @param number the one that was reached; {@link Integer#MAX_VALUE} to begin with
     */
    List<DoneRow> doneBefore(long tenant, long id, int number, int most) {
        return of("""
                select number, outcome, record_id, target_version, undo from import_outcome
                where tenant_id = :tenant and import_id = :id and number < :number
                    and result in ('Made', 'Updated')
                order by number desc limit :most
                """, tenant, id)
                .param("number", number)
                .param("most", most)
                .query((row, i) -> new DoneRow(
                        row.getInt("number"),
                        RowOutcome.valueOf(row.getString("outcome")),
                        row.getLong("record_id"),
                        row.getObject("target_version", Integer.class),
                        row.getString("undo")))
                .list();
    }

    /**
     * Keeps what was taken back, with the version that it has now, and, with the reason, what was not. What differs from row
     * to row is looked up in an object: a join would compare each row of a part with every other, or read all rows of the
     * import, as long as PostgreSQL knows nothing yet of how many there are.
     */
    void keepTakenBack(long tenant, long id, List<DoneRow> rows, Map<Integer, String> kept, RowMemory memory) {
        Map<Integer, Integer> versions = new HashMap<>();
        for (DoneRow row : rows) {
            Integer version = kept.containsKey(row.number()) ? null : memory.left(row.recordId());
            if (version != null) {
                versions.put(row.number(), version);
            }
        }
        of("""
                update import_outcome
                set result = case when (:kept::jsonb->>number::text) is null then 'Removed' else 'Kept' end,
                    kept_reason = :kept::jsonb->>number::text,
                    target_version = coalesce((:versions::jsonb->>number::text)::int, target_version)
                where tenant_id = :tenant and import_id = :id and number = any(:numbers)
                """, tenant, id)
                .param("numbers", rows.stream().map(DoneRow::number).toArray(Integer[]::new))
                .param("kept", JSON.writeValueAsString(kept))
                .param("versions", JSON.writeValueAsString(versions))
                .update();
    }

    /** Removes what rows would become; what they became needs {@link ImportRowStore#forget} too. */
    void clear(long tenant, long id) {
        of("delete from import_outcome where tenant_id = :tenant and import_id = :id", tenant, id)
                .update();
    }
}

package org.callboard.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.callboard.database.Rows;
import org.callboard.importrows.JudgedRow;
import org.callboard.importrows.JudgedRow.DoneRow;
import org.callboard.importrows.JudgedRow.FieldChange;
import org.callboard.importrows.RowOutcome;
import org.callboard.importrows.RowResult;
import org.callboard.importrows.StagedRow;
import org.callboard.importrows.StagedRow.Decided;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the rows of imports and what became of them, many at a time. */
@Repository
class ImportRowStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, List<String>>> PROBLEMS = new TypeReference<>() {};
    private static final TypeReference<List<FieldChange>> CHANGES = new TypeReference<>() {};

    /** The outcome is sought row by row by its whole key, also while PostgreSQL knows nothing yet of how many there are. */
    private static final String ALL = """
            from import_row r
            left join lateral (
                select * from import_outcome o
                where o.tenant_id = :tenant and o.import_id = :id and o.number = r.number limit 1) o on true
            where r.tenant_id = :tenant and r.import_id = :id
            """;

    /** Those below the line of names. */
    private static final String JOINED = ALL + """
             and r.number > (select header_row from import i where i.tenant_id = :tenant and i.id = :id)
            """;

    private static final String STAGED = """
            select r.number, coalesce(r.mended, r.cells) as cells, r.decision, r.decision_target, o.match_id,
                case when o.result is null then o.target_version end as shown_version
            """ + ALL;

    private static final String ROW = """
            select r.number, coalesce(r.mended, r.cells) as cells, r.mended is not null as is_mended, r.decision,
                r.decision_target, o.outcome, o.problems, o.warnings, o.reason, o.match_id,
                (select l.id from lead l where l.tenant_id = :tenant and l.id = o.lead_id and l.active) as lead_id, o.changes,
                o.result, o.record_id, o.kept_reason, o.capitals,
                (select name from customer c where c.tenant_id = :tenant and c.id = o.match_id) as match_name
            """ + JOINED;

    private static final String FILTER = """
             and (:outcome = '' or o.outcome = :outcome) and (:result = '' or o.result = :result)
                and (not :look or o.warnings is not null)
            """;

    private final JdbcClient jdbc;

    ImportRowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many rows stand below a number. */
    int countAfter(long tenant, long id, int number) {
        return jdbc.sql("""
                select count(*) from import_row where tenant_id = :tenant and import_id = :id and number > :number
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    /** The next rows after a number, also those above the names of the columns. */
    List<StagedRow> after(long tenant, long id, int number, int most) {
        return of(STAGED + " and r.number > :number order by r.number limit :most", tenant, id)
                .param("number", number)
                .param("most", most)
                .query(ImportRowStore::staged)
                .list();
    }

    /** One row as it stands now, without what was said of it. */
    Optional<StagedRow> staged(long tenant, long id, int number) {
        return of(STAGED + " and r.number = :number", tenant, id)
                .param("number", number)
                .query(ImportRowStore::staged)
                .optional();
    }

    Optional<ImportRow> find(long tenant, long id, int number) {
        return of(ROW + " and r.number = :number", tenant, id)
                .param("number", number)
                .query(ImportRowStore::row)
                .optional();
    }

    private StatementSpec of(String sql, long tenant, long id) {
        return jdbc.sql(sql).param("tenant", tenant).param("id", id);
    }

    private StatementSpec of(RowsFilter filter, String sql, long tenant, long id) {
        RowOutcome outcome = filter.outcome();
        RowResult result = filter.result();
        return of(sql, tenant, id)
                .param("outcome", outcome == null ? "" : outcome.name())
                .param("result", result == null ? "" : result.name())
                .param("look", filter.look());
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
                .param("keys", texts(rows, ImportRowStore::keys))
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

    /** Keeps what somebody made of a row; null of the cells leaves them as they stand in the file. */
    void mend(long tenant, long id, int number, @Nullable List<String> cells, @Nullable Decided decided) {
        of("""
                update import_row set mended = :cells::json, decision = :decision, decision_target = :target
                where tenant_id = :tenant and import_id = :id and number = :number
                """, tenant, id)
                .param("cells", cells == null ? null : JSON.writeValueAsString(cells))
                .param("decision", decided == null ? null : decided.what().name())
                .param("target", decided == null ? null : decided.customerId())
                .param("number", number)
                .update();
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
     * @param number the one that was reached; 0 to begin with
     */
    List<DoneRow> doneBefore(long tenant, long id, int number, int most) {
        return of("""
                select number, outcome, record_id, target_version, undo from import_outcome
                where tenant_id = :tenant and import_id = :id and (:number = 0 or number < :number)
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

    /** Keeps what was taken back and, with the reason, what was not. */
    void takenBack(long tenant, long id, List<DoneRow> rows, Map<Integer, String> kept) {
        of("""
                update import_outcome o
                set result = case when k.reason is null then 'Removed' else 'Kept' end, kept_reason = k.reason
                from unnest(:numbers::int[], :reasons::text[]) as k (number, reason)
                where o.tenant_id = :tenant and o.import_id = :id and o.number = k.number
                """, tenant, id)
                .param("numbers", rows.stream().map(DoneRow::number).toArray(Integer[]::new))
                .param(
                        "reasons",
                        rows.stream().map(row -> kept.get(row.number())).toArray(String[]::new))
                .update();
    }

    /** A page of rows in their order. */
    Page<ImportRow> page(long tenant, long id, RowsFilter filter, Paging paging) {
        List<ImportRow> rows = of(filter, ROW + FILTER + " order by r.number limit :limit offset :offset", tenant, id)
                .param("limit", paging.limit())
                .param("offset", paging.offset())
                .query(ImportRowStore::row)
                .list();
        return Page.of(paging, rows, paging.includeTotal() ? count(tenant, id, filter) : null);
    }

    private int count(long tenant, long id, RowsFilter filter) {
        return of(filter, "select count(*) " + JOINED + FILTER, tenant, id)
                .query(Integer.class)
                .single();
    }

    /** The next rows after a number of which nothing became, or would become; of these the wrong ones alone where it is said. */
    List<ImportRow> leftOutAfter(long tenant, Import list, int number, boolean wrongAlone, int most) {
        return of(ROW + """
                 and r.number > :number and case
                    when :wrongAlone then coalesce(o.result, '') = 'Failed' or o.outcome = 'Wrong'
                    when o.result is null then o.outcome = any(:leftOut)
                    else o.result in ('Skipped', 'Failed') and o.outcome <> 'Unchanged' end
                order by r.number limit :most
                """, tenant, list.id())
                .param("number", number)
                .param("wrongAlone", wrongAlone)
                .param(
                        "leftOut",
                        RowOutcome.leftOut(list.kind(), list.choices().onMatch()).stream()
                                .map(Enum::name)
                                .toArray(String[]::new))
                .param("most", most)
                .query(ImportRowStore::row)
                .list();
    }

    /** Removes what rows would become; what they became needs {@link #forget}. */
    void clearOutcomes(long tenant, long id) {
        of("delete from import_outcome where tenant_id = :tenant and import_id = :id", tenant, id)
                .update();
    }

    /** Removes the rows and what became of them. */
    void forget(long tenant, long id) {
        clearOutcomes(tenant, id);
        of("delete from import_row where tenant_id = :tenant and import_id = :id", tenant, id)
                .update();
    }

    private static StagedRow staged(ResultSet row, int i) throws SQLException {
        Integer version = row.getObject("shown_version", Integer.class);
        return new StagedRow(
                row.getInt("number"),
                JSON.readValue(row.getString("cells"), TEXTS),
                decided(row),
                version == null ? null : new StagedRow.Shown(row.getLong("match_id"), version));
    }

    private static @Nullable Decided decided(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        return decision == null
                ? null
                : new Decided(Decided.What.valueOf(decision), Rows.longOrNull(row, "decision_target"));
    }

    private static ImportRow row(ResultSet row, int i) throws SQLException {
        String outcome = row.getString("outcome");
        String problems = row.getString("problems");
        String warnings = row.getString("warnings");
        String changes = row.getString("changes");
        String result = row.getString("result");
        return new ImportRow(
                row.getInt("number"),
                JSON.readValue(row.getString("cells"), TEXTS),
                row.getBoolean("is_mended"),
                decided(row),
                outcome == null ? null : RowOutcome.valueOf(outcome),
                problems == null ? Map.of() : JSON.readValue(problems, PROBLEMS),
                warnings == null ? List.of() : JSON.readValue(warnings, TEXTS),
                row.getString("reason"),
                Rows.longOrNull(row, "match_id"),
                row.getString("match_name"),
                Rows.longOrNull(row, "lead_id"),
                changes == null ? List.of() : JSON.readValue(changes, CHANGES),
                result == null ? null : RowResult.valueOf(result),
                Rows.longOrNull(row, "record_id"),
                row.getString("kept_reason"),
                row.getBoolean("capitals"));
    }
}

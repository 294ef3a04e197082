package org.callboard.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.database.Rows;
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

/** Reads and writes the rows of imports, many at a time, and reads them with what became of them. */
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
                and (not :look or o.warnings is not null) and (not :unreached or o.result is null)
            """;

    private final JdbcClient jdbc;
    private final ImportOutcomeStore outcomes;

    ImportRowStore(JdbcClient jdbc, ImportOutcomeStore outcomes) {
        this.jdbc = jdbc;
        this.outcomes = outcomes;
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
                .param("look", filter.look())
                .param("unreached", filter.unreached());
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
                    when o.result is null then :stopped or o.outcome = any(:leftOut)
                    else o.result in ('Skipped', 'Failed') and o.outcome <> 'Unchanged' end
                order by r.number limit :most
                """, tenant, list.id())
                .param("number", number)
                .param("wrongAlone", wrongAlone)
                .param("stopped", list.isStopped())
                .param(
                        "leftOut",
                        RowOutcome.leftOut(list.kind(), list.choices().onMatch()).stream()
                                .map(Enum::name)
                                .toArray(String[]::new))
                .param("most", most)
                .query(ImportRowStore::row)
                .list();
    }

    /** Removes the rows and what became of them. */
    void forget(long tenant, long id) {
        outcomes.clear(tenant, id);
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

package org.callboard.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.callboard.database.Rows;
import org.callboard.importrows.JudgedRow;
import org.callboard.importrows.RowOutcome;
import org.callboard.importrows.RowResult;
import org.callboard.importrows.StagedRow;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the rows of imports and what became of them, many at a time. */
@Repository
class ImportRowStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, List<String>>> PROBLEMS = new TypeReference<>() {};

    private static final String ROW = """
            select r.number, r.cells, o.outcome, o.problems, o.reason, o.match_id, o.result, o.record_id, o.kept_reason,
                (select name from customer c where c.tenant_id = :tenant and c.id = o.match_id) as match_name
            from import_row r
            left join import_outcome o
                on o.tenant_id = :tenant and o.import_id = r.import_id and o.number = r.number
            where r.tenant_id = :tenant and r.import_id = :id
                and r.number > (select header_row from import i where i.tenant_id = :tenant and i.id = :id)
            """;

    /** A record that was made of a row. */
    record Made(int number, long recordId) {}

    private final JdbcClient jdbc;

    ImportRowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first rows as they stand in the file, also those above the names of the columns. */
    List<StagedRow> first(long tenant, long id, int most) {
        return after(tenant, id, 0, most);
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

    /** The next rows after a number. */
    List<StagedRow> after(long tenant, long id, int number, int most) {
        return jdbc.sql("""
                select number, cells from import_row
                where tenant_id = :tenant and import_id = :id and number > :number order by number limit :most
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("number", number)
                .param("most", most)
                .query((row, i) -> new StagedRow(row.getInt(1), JSON.readValue(row.getString(2), TEXTS)))
                .list();
    }

    /** Keeps what rows would become, or became. A row that has become something already is left, and not counted. */
    int judge(long tenant, long id, List<JudgedRow> rows) {
        return jdbc.sql("""
                insert into import_outcome (tenant_id, import_id, number, outcome, problems, reason, match_id, result,
                    record_id)
                select :tenant, :id, number, outcome, problems::json, reason, match, result, record
                from unnest(:numbers::int[], :outcomes::text[], :problems::text[], :reasons::text[], :matches::bigint[],
                    :results::text[], :records::bigint[]) as r (number, outcome, problems, reason, match, result, record)
                on conflict (tenant_id, import_id, number) do update set outcome = excluded.outcome,
                    problems = excluded.problems, reason = excluded.reason, match_id = excluded.match_id,
                    result = excluded.result, record_id = excluded.record_id
                where import_outcome.result is null
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("numbers", rows.stream().map(JudgedRow::number).toArray(Integer[]::new))
                .param(
                        "outcomes",
                        rows.stream().map(row -> row.outcome().name()).toArray(String[]::new))
                .param(
                        "problems",
                        rows.stream()
                                .map(row -> row.problems().isEmpty() ? null : JSON.writeValueAsString(row.problems()))
                                .toArray(String[]::new))
                .param("reasons", rows.stream().map(JudgedRow::reason).toArray(String[]::new))
                .param("matches", rows.stream().map(JudgedRow::matchId).toArray(Long[]::new))
                .param(
                        "results",
                        rows.stream()
                                .map(row -> row.result() == null
                                        ? null
                                        : row.result().name())
                                .toArray(String[]::new))
                .param("records", rows.stream().map(JudgedRow::recordId).toArray(Long[]::new))
                .update();
    }

    /** All records that were made of rows. */
    List<Long> made(long tenant, long id) {
        return jdbc.sql("""
                select record_id from import_outcome
                where tenant_id = :tenant and import_id = :id and record_id is not null
                """)
                .param("tenant", tenant)
                .param("id", id)
                .query(Long.class)
                .list();
    }

    /** The next records after a row that were made and not taken back yet. */
    List<Made> madeAfter(long tenant, long id, int number, int most) {
        return jdbc.sql("""
                select number, record_id from import_outcome
                where tenant_id = :tenant and import_id = :id and number > :number and result = 'Made'
                order by number limit :most
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("number", number)
                .param("most", most)
                .query((row, i) -> new Made(row.getInt(1), row.getLong(2)))
                .list();
    }

    /** Keeps which records were taken back and, with the reason, which were not. */
    void takenBack(long tenant, long id, List<Made> rows, Map<Long, String> kept) {
        jdbc.sql("""
                update import_outcome o
                set result = case when k.reason is null then 'Removed' else 'Kept' end, kept_reason = k.reason
                from unnest(:numbers::int[], :reasons::text[]) as k (number, reason)
                where o.tenant_id = :tenant and o.import_id = :id and o.number = k.number
                """)
                .param("numbers", rows.stream().map(Made::number).toArray(Integer[]::new))
                .param(
                        "reasons",
                        rows.stream().map(row -> kept.get(row.recordId())).toArray(String[]::new))
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    /** A page of rows in their order; null lets any through. */
    Page<ImportRow> page(
            long tenant, long id, @Nullable RowOutcome outcome, @Nullable RowResult result, Paging paging) {
        List<ImportRow> rows = jdbc.sql(ROW
                        + (outcome == null ? "" : " and o.outcome = :outcome")
                        + (result == null ? "" : " and o.result = :result")
                        + " order by r.number limit :limit offset :offset")
                .param("tenant", tenant)
                .param("id", id)
                .param("outcome", outcome == null ? "" : outcome.name())
                .param("result", result == null ? "" : result.name())
                .param("limit", paging.limit())
                .param("offset", paging.offset())
                .query(ImportRowStore::row)
                .list();
        return Page.of(paging, rows, paging.includeTotal() ? count(tenant, id, outcome, result) : null);
    }

    private int count(long tenant, long id, @Nullable RowOutcome outcome, @Nullable RowResult result) {
        return jdbc.sql("""
                select count(*) from import_row r
                left join import_outcome o
                    on o.tenant_id = :tenant and o.import_id = r.import_id and o.number = r.number
                where r.tenant_id = :tenant and r.import_id = :id
                    and r.number > (select header_row from import i where i.tenant_id = :tenant and i.id = :id)
                    and (:outcome = '' or o.outcome = :outcome) and (:result = '' or o.result = :result)
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("outcome", outcome == null ? "" : outcome.name())
                .param("result", result == null ? "" : result.name())
                .query(Integer.class)
                .single();
    }

    /** The next wrong rows after a number. */
    List<ImportRow> wrongAfter(long tenant, long id, int number, int most) {
        return jdbc.sql(ROW + """
                 and r.number > :number and (o.outcome = 'Wrong' or o.result = 'Failed')
                order by r.number limit :most
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("number", number)
                .param("most", most)
                .query(ImportRowStore::row)
                .list();
    }

    /** Removes what rows would become; what they became needs {@link #forget}. */
    void clearOutcomes(long tenant, long id) {
        jdbc.sql("delete from import_outcome where tenant_id = :tenant and import_id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    /** Removes the rows and what became of them. */
    void forget(long tenant, long id) {
        clearOutcomes(tenant, id);
        jdbc.sql("delete from import_row where tenant_id = :tenant and import_id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    private static ImportRow row(ResultSet row, int i) throws SQLException {
        String outcome = row.getString("outcome");
        String problems = row.getString("problems");
        String result = row.getString("result");
        return new ImportRow(
                row.getInt("number"),
                JSON.readValue(row.getString("cells"), TEXTS),
                outcome == null ? null : RowOutcome.valueOf(outcome),
                problems == null ? Map.of() : JSON.readValue(problems, PROBLEMS),
                row.getString("reason"),
                Rows.longOrNull(row, "match_id"),
                row.getString("match_name"),
                result == null ? null : RowResult.valueOf(result),
                Rows.longOrNull(row, "record_id"),
                row.getString("kept_reason"));
    }
}

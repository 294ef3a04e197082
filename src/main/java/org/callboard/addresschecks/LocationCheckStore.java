package org.callboard.addresschecks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.callboard.database.Rows;
import org.callboard.geography.AddressVerdict.Problem;
import org.callboard.geography.Gazetteer;
import org.callboard.geography.NextAction;
import org.callboard.geography.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LocationCheckStore {

    /** What is kept of a location. */
    record Kept(
            long location,
            String key,
            NextAction action,
            List<Problem> problems,
            @Nullable SaidRight right) {

        List<Problem> open() {
            return SaidRight.open(problems, right);
        }
    }

    static final String NEED_LOOK = "select location_id from location_check where tenant_id = :tenant and needs_look";

    private final JdbcClient jdbc;
    private final Clock clock;

    LocationCheckStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many active locations ask for a look. */
    long count(long tenant) {
        return jdbc.sql("select count(*) from location where tenant_id = :tenant and active and id in (" + NEED_LOOK
                        + ")")
                .param("tenant", tenant)
                .query(Long.class)
                .single();
    }

    /** What is kept of some locations, by their ids. */
    Map<Long, Kept> find(long tenant, Collection<Long> locations) {
        Map<Long, Kept> found = new HashMap<>();
        jdbc.sql("""
                select location_id, standard_key, next_action, problems, fields, right_by, right_on, right_for
                from location_check where tenant_id = :tenant and location_id = any(:locations)
                """)
                .param("tenant", tenant)
                .param("locations", locations.toArray(Long[]::new))
                .query(row -> {
                    Kept kept = kept(row);
                    found.put(kept.location, kept);
                });
        return found;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        List<ProblemCode> codes = codes(row, "problems");
        String[] fields = (String[]) row.getArray("fields").getArray();
        List<Problem> problems = IntStream.range(0, codes.size())
                .mapToObj(at -> new Problem(codes.get(at), fields[at]))
                .toList();
        String by = row.getString("right_by");
        return new Kept(
                row.getLong("location_id"),
                row.getString("standard_key"),
                NextAction.valueOf(row.getString("next_action")),
                problems,
                by == null ? null : new SaidRight(by, Rows.instant(row, "right_on"), codes(row, "right_for")));
    }

    private static List<ProblemCode> codes(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(ProblemCode::valueOf)
                .toList();
    }

    /** Keeps what speaks against an address in place of what was kept of its location. */
    void put(long tenant, List<Kept> all) {
        for (Kept kept : all) {
            jdbc.sql("""
                    insert into location_check (tenant_id, location_id, standard_key, next_action, problems, fields,
                        data_version, checked_on, right_for)
                    values (:tenant, :location, :key, :action, :problems, :fields, :version, :now, '{}')
                    on conflict (tenant_id, location_id) do update
                    set standard_key = excluded.standard_key, next_action = excluded.next_action,
                        problems = excluded.problems, fields = excluded.fields, data_version = excluded.data_version,
                        checked_on = excluded.checked_on,
                        right_by = case when :right then location_check.right_by end,
                        right_on = case when :right then location_check.right_on end,
                        right_for = case when :right then location_check.right_for else '{}' end
                    """)
                    .param("tenant", tenant)
                    .param("location", kept.location)
                    .param("key", kept.key)
                    .param("action", kept.action.name())
                    .param(
                            "problems",
                            kept.problems.stream().map(one -> one.code().name()).toArray(String[]::new))
                    .param("fields", kept.problems.stream().map(Problem::field).toArray(String[]::new))
                    .param("version", Gazetteer.get().version())
                    .param("now", clock.instant())
                    .param("right", kept.right != null)
                    .update();
        }
    }

    /** What speaks against the address no longer asks for a look. */
    void sayRight(long tenant, long location, String by) {
        jdbc.sql("""
                update location_check set right_by = :by, right_on = :now, right_for = problems
                where tenant_id = :tenant and location_id = :location
                """)
                .param("by", by)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("location", location)
                .update();
    }

    void remove(long tenant, Collection<Long> locations) {
        if (!locations.isEmpty()) {
            jdbc.sql("delete from location_check where tenant_id = :tenant and location_id = any(:locations)")
                    .param("tenant", tenant)
                    .param("locations", locations.toArray(Long[]::new))
                    .update();
        }
    }
}

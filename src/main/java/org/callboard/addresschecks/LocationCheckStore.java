package org.callboard.addresschecks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.callboard.database.Rows;
import org.callboard.geography.AddressVerdict.Problem;
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
                select location_id, standard_key, problems, fields, right_by, right_on, right_for
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
                problems,
                by == null ? null : new SaidRight(by, Rows.instant(row, "right_on"), codes(row, "right_for")));
    }

    private static List<ProblemCode> codes(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(ProblemCode::valueOf)
                .toList();
    }

    /**
     * Keeps what speaks against addresses in place of what was kept of their locations. Who has called one right stays as
     * long as it is written alike.
     */
    void put(long tenant, List<Kept> all) {
        if (all.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into location_check (tenant_id, location_id, standard_key, problems, fields, right_for)
                select :tenant, location, key, string_to_array(problems, ','), string_to_array(fields, ','), '{}'
                from unnest(:locations::bigint[], :keys::text[], :problems::text[], :fields::text[])
                    as kept (location, key, problems, fields)
                on conflict (tenant_id, location_id) do update
                set standard_key = excluded.standard_key, problems = excluded.problems, fields = excluded.fields,
                    right_by = case when location_check.standard_key = excluded.standard_key then location_check.right_by end,
                    right_on = case when location_check.standard_key = excluded.standard_key then location_check.right_on end,
                    right_for = case when location_check.standard_key = excluded.standard_key
                        then location_check.right_for else '{}' end
                """)
                .param("tenant", tenant)
                .param("locations", all.stream().map(Kept::location).toArray(Long[]::new))
                .param("keys", all.stream().map(Kept::key).toArray(String[]::new))
                .param("problems", joined(all, problem -> problem.code().name()))
                .param("fields", joined(all, Problem::field))
                .update();
    }

    private static String[] joined(List<Kept> all, Function<Problem, String> part) {
        return all.stream()
                .map(kept -> kept.problems.stream().map(part).collect(Collectors.joining(",")))
                .toArray(String[]::new);
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

    /** What speaks against the address asks for a look again. */
    void takeBackRight(long tenant, long location) {
        jdbc.sql("""
                update location_check set right_by = null, right_on = null, right_for = '{}'
                where tenant_id = :tenant and location_id = :location
                """).param("tenant", tenant).param("location", location).update();
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

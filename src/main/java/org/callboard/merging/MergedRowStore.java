package org.callboard.merging;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.callboard.details.RecordKind;
import org.callboard.merging.Preview.Moving;
import org.callboard.merging.Preview.Sample;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what a record has that another one would get. */
@Repository
class MergedRowStore {

    /** What moves whole, and where it stands: its id, and what a person knows it by. */
    private static final Map<MovedKind, String> ROWS = new EnumMap<>(Map.of(
            MovedKind.Location,
            "select x.id::text as id, concat_ws(', ', x.name, x.street, x.unit, x.city) as text from location x where KIND",
            MovedKind.Contact,
            "select x.id::text as id, x.value as text from contact_entry x where KIND and x.active",
            MovedKind.Relationship,
            """
            select x.id::text as id, coalesce(c.name, '') as text from contact_relationship x
            join contact c on c.tenant_id = x.tenant_id and c.id = x.contact_id where KIND""",
            MovedKind.Note,
            "select x.id::text as id, left(x.text, 200) as text from note x where KIND",
            MovedKind.Job,
            "select x.id::text as id, coalesce(left(x.summary, 200), '') as text from job x where KIND",
            MovedKind.Invoice,
            "select x.id::text as id, 'Job ' || x.job_id as text from invoice x where KIND",
            MovedKind.Lead,
            "select x.id::text as id, coalesce(left(x.summary, 200), x.lead_customer_name, '') as text from lead x where KIND",
            MovedKind.Call,
            "select x.id::text as id, coalesce(x.caller_name, x.number, '') as text from call x where KIND",
            MovedKind.Merged,
            """
            select x.id::text as id, x.name as text from OWN x
            where x.tenant_id = :tenant and x.merged_to_id = :id"""));

    private final JdbcClient jdbc;

    MergedRowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many rows of each kind a record has, where it has one, and the first of them. */
    List<Moving> of(RecordKind kind, long tenant, long id) {
        List<String> parts = new ArrayList<>();
        ROWS.forEach((moved, rows) -> {
            if (moved != MovedKind.Location || kind == RecordKind.Customer) {
                String own = rows.replace("KIND", "x.tenant_id = :tenant and x.OWN_id = :id")
                        .replace("OWN", kind.word());
                parts.add(
                        "select '%1$s' as kind, c.count, f.id, f.text from (select count(*) from (%2$s) r) c, lateral (%2$s order by x.id limit :first) f"
                                .formatted(moved, own));
            }
        });
        Map<MovedKind, Long> counts = new EnumMap<>(MovedKind.class);
        Map<MovedKind, List<Sample>> samples = new EnumMap<>(MovedKind.class);
        jdbc.sql(parts.stream().map(part -> "(" + part + ")").collect(Collectors.joining(" union all ")))
                .param("tenant", tenant)
                .param("id", id)
                .param("first", Moving.FIRST)
                .query(row -> {
                    MovedKind moved = MovedKind.valueOf(row.getString("kind"));
                    counts.put(moved, row.getLong("count"));
                    samples.computeIfAbsent(moved, any -> new ArrayList<>())
                            .add(new Sample(row.getString("id"), row.getString("text")));
                });
        return counts.entrySet().stream()
                .map(count ->
                        new Moving(count.getKey(), count.getValue(), samples.getOrDefault(count.getKey(), List.of())))
                .toList();
    }

    long openLeads(RecordKind kind, long tenant, long id) {
        return jdbc.sql("""
                select count(*) from lead where tenant_id = :tenant and %s_id = :id and status = 'Open' and active
                """.formatted(kind.word()))
                .param("tenant", tenant)
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** The names of the tags of a record, by their types. */
    Map<Long, String> tags(RecordKind kind, long tenant, long id) {
        Map<Long, String> tags = new HashMap<>();
        jdbc.sql("""
                select t.id, t.name from tag x join tag_type t on t.tenant_id = x.tenant_id and t.id = x.tag_type_id
                where x.tenant_id = :tenant and x.owner_kind = :kind and x.owner_id = :id
                """)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("id", id)
                .query(row -> {
                    tags.put(row.getLong(1), row.getString(2));
                });
        return tags;
    }
}

package org.callboard.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactType;
import org.callboard.database.Rows;
import org.callboard.details.RecordKind;
import org.callboard.search.CandidateSql.Plan;
import org.callboard.search.Typed.ContactRange;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the customers or locations that fit all pieces of what was typed. One piece leads: its records are walked through
 * in the order of an index, up to a limit, and the other pieces are looked up in each of them.
 */
@Repository
class Candidates {

    /**
     * A record that fits.
     *
     * @param repeats whether it is a location with its customer's own name and address
     */
    record Candidate(
            RecordKind kind,
            long id,
            long customerId,
            String name,
            Address address,
            boolean active,
            boolean doNotService,
            @Nullable Long mergedToId,
            boolean repeats) {}

    /**
     * A number or address in a contact of a record.
     *
     * @param type the contact's
     * @param value the contact's, as it was typed
     * @param columns what it is found by, by the name of the column; without those that hold nothing
     */
    record Contact(long owner, ContactType type, String value, Map<String, String> columns) {}

    private final JdbcClient jdbc;

    Candidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that fit all pieces, in no order. */
    List<Candidate> of(RecordKind kind, long tenant, List<Typed> pieces, Plan plan) {
        CandidateSql sql = new CandidateSql(kind, pieces, plan);
        return jdbc.sql(kind.sql(sql.text))
                .params(sql.params)
                .param("tenant", tenant)
                .query((row, number) -> candidate(kind, row))
                .list();
    }

    /** How many contacts stand in one of the ranges, counted no further than to a limit for each range. */
    int count(RecordKind kind, long tenant, List<ContactRange> ranges, int limit) {
        if (ranges.isEmpty()) {
            return 0;
        }
        Map<String, Object> params = new HashMap<>();
        List<String> counts = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i++) {
            params.put("from" + i, ranges.get(i).start());
            params.put("to" + i, ranges.get(i).end());
            counts.add("""
                    (select count(*) from (
                        select from contact_point k where k.tenant_id = :tenant and k.owner_kind = 'KIND'
                            and k.%1$s >= :from%2$d and k.%1$s < :to%2$d
                        limit :limit) counted)
                    """.formatted(ranges.get(i).column(), i));
        }
        return jdbc.sql(kind.sql("select " + String.join(" + ", counts)))
                .params(params)
                .param("tenant", tenant)
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /** The numbers and addresses in the contacts in use of some records. */
    List<Contact> contacts(RecordKind kind, long tenant, Collection<Long> owners) {
        return owners.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select e.type, e.value, p.* from contact_point p
                        join contact_entry e on e.tenant_id = p.tenant_id and e.owner_kind = p.owner_kind
                            and e.owner_id = p.owner_id and e.id = p.entry_id
                        where p.tenant_id = :tenant and p.owner_kind = :kind and p.owner_id = any(:owners)
                        order by p.entry_id, p.position
                        """)
                        .param("tenant", tenant)
                        .param("kind", kind.word())
                        .param("owners", owners.toArray(Long[]::new))
                        .query(Candidates::contact)
                        .list();
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        Map<String, String> columns = new HashMap<>();
        for (String column : ContactRange.COLUMNS) {
            String value = row.getString(column);
            if (value != null) {
                columns.put(column, value);
            }
        }
        return new Contact(
                row.getLong("owner_id"), ContactType.valueOf(row.getString("type")), row.getString("value"), columns);
    }

    private static Candidate candidate(RecordKind kind, ResultSet row) throws SQLException {
        return new Candidate(
                kind,
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("name"),
                Objects.requireNonNull(Address.read(row)),
                row.getBoolean("active"),
                row.getBoolean("do_not_service"),
                Rows.longOrNull(row, "merged_to_id"),
                row.getBoolean("repeats"));
    }
}

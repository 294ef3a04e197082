package org.callboard.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.addresses.ContactType;
import org.callboard.platform.Rows;
import org.callboard.records.RecordKind;
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

    /** Most records that are fetched of one kind, to be put into order. */
    private static final int MOST = 300;

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
     * A contact of a record.
     *
     * @param columns what it is found by, by the name of the column; without those that hold nothing
     */
    record Contact(long owner, ContactType type, String value, Map<String, String> columns) {}

    private final JdbcClient jdbc;

    Candidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those that fit.
     *
     * @param lead the place of the piece that leads
     * @param pair two words that are kept together, to lead as well
     * @param walk how many records each index is followed for
     */
    List<Candidate> of(RecordKind kind, long tenant, List<Typed> pieces, int lead, @Nullable Atom pair, int walk) {
        Map<String, Object> params = new HashMap<>();
        return jdbc.sql(kind.sql(CandidateSql.of(kind, pieces, lead, pair, params)))
                .params(params)
                .param("tenant", tenant)
                .param("walk", walk)
                .param("most", MOST)
                .query((row, number) -> candidate(kind, row))
                .list();
    }

    /** The contacts in use of some records. */
    List<Contact> contacts(RecordKind kind, long tenant, Collection<Long> owners) {
        return owners.isEmpty()
                ? List.of()
                : jdbc.sql(kind.sql("""
                        select KIND_id as owner, * from KIND_contact
                        where tenant_id = :tenant and KIND_id = any(:owners) and active order by id
                        """))
                        .param("tenant", tenant)
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
                row.getLong("owner"), ContactType.valueOf(row.getString("type")), row.getString("value"), columns);
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

package org.callboard.duplicates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.addresses.Address;
import org.callboard.database.Rows;
import org.callboard.details.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what people tell two records apart by. */
@Repository
class PairSideStore {

    private static final String REACHED = """
            array(select value from contact_entry e
                where e.tenant_id = :tenant and e.owner_kind = 'KIND' and e.owner_id = r.id and e.active and e.type TYPE
                order by e.id limit 3)
            """;

    private static final String SIDES = """
            select r.id, r.name, OWNER as owner, r.street, r.unit, r.city, r.state, r.zip, r.country, r.created_on,
                PHONES as phones, EMAILS as emails,
                (select count(*) from job j where j.tenant_id = :tenant and j.KIND_id = r.id) as jobs,
                LOCATIONS as locations
            from KIND r where r.tenant_id = :tenant and r.id = any(:ids) and r.active
            """.replace("PHONES", REACHED.replace("TYPE", "<> 'Email'"))
            .replace("EMAILS", REACHED.replace("TYPE", "= 'Email'"));

    private static final String OF_CUSTOMERS = RecordKind.Customer.sql(SIDES)
            .replace("OWNER", "null::text")
            .replace(
                    "LOCATIONS",
                    "(select count(*) from location l where l.tenant_id = :tenant and l.customer_id = r.id and l.active)");

    private static final String OF_LOCATIONS = RecordKind.Location.sql(SIDES)
            .replace("OWNER", "(select c.name from customer c where c.tenant_id = :tenant and c.id = r.customer_id)")
            .replace("LOCATIONS", "0");

    private final JdbcClient jdbc;

    PairSideStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By their ids; without those that are not in use. */
    Map<Long, PairSide> sides(RecordKind kind, long tenant, Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(kind == RecordKind.Customer ? OF_CUSTOMERS : OF_LOCATIONS)
                        .param("tenant", tenant)
                        .param("ids", ids.toArray(Long[]::new))
                        .query(PairSideStore::side)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(PairSide::id, Function.identity()));
    }

    private static PairSide side(ResultSet row, int number) throws SQLException {
        return new PairSide(
                row.getLong("id"),
                row.getString("name"),
                row.getString("owner"),
                Objects.requireNonNull(Address.read(row)),
                texts(row, "phones"),
                texts(row, "emails"),
                row.getLong("jobs"),
                row.getLong("locations"),
                Rows.instant(row, "created_on"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(Rows.textsOrNull(row, column));
    }
}

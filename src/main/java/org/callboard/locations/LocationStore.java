package org.callboard.locations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.callboard.addresses.Address;
import org.callboard.addresses.ContactDraft;
import org.callboard.platform.Caller;
import org.callboard.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LocationStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    LocationStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Location> find(long tenant, long id) {
        return jdbc.sql("select * from location where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(LocationStore::location)
                .optional();
    }

    long insert(long tenant, long customer, String name, Address address) {
        return jdbc.sql("""
                insert into location (tenant_id, customer_id, name, street, unit, city, state, zip, country,
                    created_on, created_by, modified_on)
                values (:tenant, :customer, :name, :street, :unit, :city, :state, :zip, :country, :now, :by, :now)
                returning id
                """)
                .param("tenant", tenant)
                .param("customer", customer)
                .param("name", name)
                .param("street", address.street())
                .param("unit", address.unit())
                .param("city", address.city())
                .param("state", address.state())
                .param("zip", address.zip())
                .param("country", address.country())
                .param("now", clock.instant())
                .param("by", Caller.current().employeeId())
                .query(Long.class)
                .single();
    }

    void insertContacts(long tenant, long location, List<ContactDraft> contacts) {
        if (contacts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into location_contact (tenant_id, location_id, type, value, memo, normalized, created_on, modified_on)
                select :tenant, :location, type, value, memo, normalized, :now, :now
                from unnest(:types::text[], :values::text[], :memos::text[], :normalized::text[])
                    with ordinality as c (type, value, memo, normalized, position)
                order by position
                """)
                .param("tenant", tenant)
                .param("location", location)
                .param("types", contacts.stream().map(c -> c.type().name()).toArray(String[]::new))
                .param("values", contacts.stream().map(ContactDraft::value).toArray(String[]::new))
                .param("memos", contacts.stream().map(ContactDraft::memo).toArray(String[]::new))
                .param(
                        "normalized",
                        contacts.stream().map(ContactDraft::normalized).toArray(String[]::new))
                .param("now", clock.instant())
                .update();
    }

    private static Location location(ResultSet row, int number) throws SQLException {
        return new Location(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getBoolean("active"),
                row.getString("name"),
                Objects.requireNonNull(Address.read(row)),
                Rows.instant(row, "created_on"),
                row.getLong("created_by"),
                Rows.instant(row, "modified_on"));
    }
}

package org.callboard.customers;

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
class CustomerStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    CustomerStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Customer> find(long tenant, long id) {
        return jdbc.sql("select * from customer where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(CustomerStore::customer)
                .optional();
    }

    long insert(long tenant, String name, CustomerType type, Address address) {
        return jdbc.sql("""
                insert into customer (tenant_id, name, type, street, unit, city, state, zip, country,
                    created_on, created_by, modified_on)
                values (:tenant, :name, :type, :street, :unit, :city, :state, :zip, :country, :now, :by, :now)
                returning id
                """)
                .param("tenant", tenant)
                .param("name", name)
                .param("type", type.name())
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

    void insertContacts(long tenant, long customer, List<ContactDraft> contacts) {
        if (contacts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into customer_contact (tenant_id, customer_id, type, value, memo, normalized, created_on, modified_on)
                select :tenant, :customer, type, value, memo, normalized, :now, :now
                from unnest(:types::text[], :values::text[], :memos::text[], :normalized::text[])
                    with ordinality as c (type, value, memo, normalized, position)
                order by position
                """)
                .param("tenant", tenant)
                .param("customer", customer)
                .param("types", contacts.stream().map(c -> c.type().name()).toArray(String[]::new))
                .param("values", contacts.stream().map(ContactDraft::value).toArray(String[]::new))
                .param("memos", contacts.stream().map(ContactDraft::memo).toArray(String[]::new))
                .param(
                        "normalized",
                        contacts.stream().map(ContactDraft::normalized).toArray(String[]::new))
                .param("now", clock.instant())
                .update();
    }

    List<String> normalizedContacts(long tenant, long customer) {
        return jdbc.sql("""
                select normalized from customer_contact
                where tenant_id = :tenant and customer_id = :customer and normalized is not null
                """)
                .param("tenant", tenant)
                .param("customer", customer)
                .query(String.class)
                .list();
    }

    private static Customer customer(ResultSet row, int number) throws SQLException {
        return new Customer(
                row.getLong("id"),
                row.getBoolean("active"),
                row.getString("name"),
                CustomerType.valueOf(row.getString("type")),
                Objects.requireNonNull(Address.read(row)),
                row.getBoolean("do_not_mail"),
                row.getBoolean("do_not_service"),
                Rows.instant(row, "created_on"),
                row.getLong("created_by"),
                Rows.instant(row, "modified_on"));
    }
}

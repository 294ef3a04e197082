package org.callboard.contacts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.callboard.platform.Caller;
import org.callboard.platform.Page;
import org.callboard.platform.Paging;
import org.callboard.platform.Rows;
import org.callboard.platform.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ContactStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    ContactStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Contact> find(long tenant, UUID id) {
        return jdbc.sql("select * from contact where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(ContactStore::contact)
                .optional();
    }

    /** Reads it and keeps others from changing it until the transaction ends. */
    Optional<Contact> lock(long tenant, UUID id) {
        return jdbc.sql("select * from contact where tenant_id = :tenant and id = :id for update")
                .param("tenant", tenant)
                .param("id", id)
                .query(ContactStore::contact)
                .optional();
    }

    Page<Contact> page(Where where, Paging paging) {
        return where.page(jdbc, "select * from contact", "contact", paging, ContactStore::contact);
    }

    /** Stores a new person; empty where the id is in use. Without an id the person gets one. */
    Optional<Contact> insert(long tenant, Optional<UUID> id, Contact.Details details) {
        Instant now = clock.instant();
        return bind("""
                insert into contact (tenant_id, id, reference_id, name, title, archived,
                    created_on, created_by, modified_on, modified_by)
                values (:tenant, :id, :reference, :name, :title, :archived, :now, :by, :now, :by)
                on conflict (tenant_id, id) do nothing
                returning *
                """, tenant, id.orElseGet(() -> Guids.at(now)), details, now)
                .query(ContactStore::contact)
                .optional();
    }

    Contact update(long tenant, UUID id, Contact.Details details) {
        return bind("""
                update contact
                set reference_id = :reference, name = :name, title = :title, archived = :archived,
                    version = version + 1, modified_on = :now, modified_by = :by
                where tenant_id = :tenant and id = :id
                returning *
                """, tenant, id, details, clock.instant())
                .query(ContactStore::contact)
                .single();
    }

    void delete(long tenant, UUID id) {
        jdbc.sql("delete from contact where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    private JdbcClient.StatementSpec bind(String sql, long tenant, UUID id, Contact.Details details, Instant now) {
        return jdbc.sql(sql)
                .param("tenant", tenant)
                .param("id", id)
                .param("reference", details.referenceId())
                .param("name", details.name())
                .param("title", details.title())
                .param("archived", details.archived())
                .param("now", now)
                .param("by", Caller.current().employeeId());
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                new Contact.Details(
                        row.getString("name"),
                        row.getString("title"),
                        row.getString("reference_id"),
                        row.getBoolean("archived")),
                row.getInt("version"),
                Rows.instant(row, "created_on"),
                row.getLong("created_by"),
                Rows.instant(row, "modified_on"),
                row.getLong("modified_by"));
    }
}

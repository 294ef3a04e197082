package org.callboard.contacts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.callboard.addresses.ContactDraft;
import org.callboard.addresses.ContactType;
import org.callboard.platform.Caller;
import org.callboard.platform.Page;
import org.callboard.platform.Paging;
import org.callboard.platform.Rows;
import org.callboard.platform.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes methods. With a method go its preferences. */
@Repository
class ContactMethodStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    ContactMethodStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<ContactMethod> find(long tenant, UUID contact, UUID id) {
        return jdbc.sql("""
                select * from contact_method where tenant_id = :tenant and contact_id = :contact and id = :id
                """)
                .param("tenant", tenant)
                .param("contact", contact)
                .param("id", id)
                .query(ContactMethodStore::method)
                .optional();
    }

    /** Reads it and keeps others from changing it, or its preferences, until the transaction ends. */
    Optional<ContactMethod> lock(long tenant, UUID contact, UUID id) {
        return jdbc.sql("""
                select * from contact_method where tenant_id = :tenant and contact_id = :contact and id = :id for update
                """)
                .param("tenant", tenant)
                .param("contact", contact)
                .param("id", id)
                .query(ContactMethodStore::method)
                .optional();
    }

    Page<ContactMethod> page(Where where, Paging paging) {
        return where.page(jdbc, "select * from contact_method", "contact_method", paging, ContactMethodStore::method);
    }

    /** Stores a new method; empty where the id is in use, be it another person's. Without an id it gets one. */
    Optional<ContactMethod> insert(
            long tenant, UUID contact, Optional<UUID> id, @Nullable String reference, ContactDraft entry) {
        Instant now = clock.instant();
        return bind("""
                insert into contact_method (tenant_id, id, contact_id, reference_id, type, value, memo, normalized,
                    created_on, created_by, modified_on, modified_by)
                values (:tenant, :id, :contact, :reference, :type, :value, :memo, :normalized, :now, :by, :now, :by)
                on conflict (tenant_id, id) do nothing
                returning *
                """, tenant, id.orElseGet(() -> Guids.at(now)), reference, entry, now)
                .param("contact", contact)
                .query(ContactMethodStore::method)
                .optional();
    }

    ContactMethod update(long tenant, UUID id, @Nullable String reference, ContactDraft entry) {
        return bind("""
                update contact_method
                set reference_id = :reference, type = :type, value = :value, memo = :memo, normalized = :normalized,
                    version = version + 1, modified_on = :now, modified_by = :by
                where tenant_id = :tenant and id = :id
                returning *
                """, tenant, id, reference, entry, clock.instant())
                .query(ContactMethodStore::method)
                .single();
    }

    void delete(long tenant, UUID contact, UUID id) {
        jdbc.sql("delete from contact_preference where tenant_id = :tenant and method_id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .update();
        jdbc.sql("delete from contact_method where tenant_id = :tenant and contact_id = :contact and id = :id")
                .param("tenant", tenant)
                .param("contact", contact)
                .param("id", id)
                .update();
    }

    /** All methods of a person. */
    void deleteAll(long tenant, UUID contact) {
        jdbc.sql("""
                delete from contact_preference where tenant_id = :tenant and method_id in (
                    select id from contact_method where tenant_id = :tenant and contact_id = :contact)
                """).param("tenant", tenant).param("contact", contact).update();
        jdbc.sql("delete from contact_method where tenant_id = :tenant and contact_id = :contact")
                .param("tenant", tenant)
                .param("contact", contact)
                .update();
    }

    private JdbcClient.StatementSpec bind(
            String sql, long tenant, UUID id, @Nullable String reference, ContactDraft entry, Instant now) {
        return jdbc.sql(sql)
                .param("tenant", tenant)
                .param("id", id)
                .param("reference", reference)
                .param("type", entry.type().name())
                .param("value", entry.value())
                .param("memo", entry.memo())
                .param("normalized", entry.normalized())
                .param("now", now)
                .param("by", Caller.current().employeeId());
    }

    private static ContactMethod method(ResultSet row, int number) throws SQLException {
        return new ContactMethod(
                row.getObject("id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getString("reference_id"),
                new ContactDraft(
                        ContactType.valueOf(row.getString("type")),
                        row.getString("value"),
                        row.getString("memo"),
                        row.getString("normalized")),
                row.getInt("version"),
                Rows.instant(row, "created_on"),
                row.getLong("created_by"),
                Rows.instant(row, "modified_on"),
                row.getLong("modified_by"));
    }
}

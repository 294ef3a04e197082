package org.callboard.contacts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactOwner;
import org.callboard.contactpoints.ContactPoints;
import org.callboard.contactpoints.TypedContact;
import org.callboard.database.Caller;
import org.callboard.database.RecordMapper;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes methods. With a method go its preferences. */
@Repository
class ContactMethodStore {

    private static final RecordMapper<ContactMethod> METHODS = RecordMapper.of(ContactMethod.class);
    private static final RecordMapper<ContactDraft> ENTRIES = RecordMapper.of(ContactDraft.class);

    private static final String INSERT = ENTRIES.sql("""
            insert into contact_method (tenant_id, id, contact_id, reference_id, COLUMNS,
                created_on, created_by, modified_on, modified_by)
            values (:tenant, :id, :contact, :reference, PARAMETERS, :now, :by, :now, :by)
            on conflict (tenant_id, id) do nothing
            returning *
            """);

    private static final String UPDATE = ENTRIES.sql("""
            update contact_method
            set reference_id = :reference, ASSIGNMENTS, version = version + 1, modified_on = :now, modified_by = :by
            where tenant_id = :tenant and id = :id
            returning *
            """);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ContactPoints points;

    ContactMethodStore(JdbcClient jdbc, Clock clock, ContactPoints points) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.points = points;
    }

    Optional<ContactMethod> find(long tenant, UUID contact, UUID id) {
        return jdbc.sql("""
                select * from contact_method where tenant_id = :tenant and contact_id = :contact and id = :id
                """)
                .param("tenant", tenant)
                .param("contact", contact)
                .param("id", id)
                .query(METHODS.rows())
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
                .query(METHODS.rows())
                .optional();
    }

    Page<ContactMethod> page(Where where, Paging paging) {
        return where.page(jdbc, "select * from contact_method", "contact_method", paging, METHODS.rows());
    }

    /** Stores a new method; empty where the id is in use, be it another person's. Without an id it gets one. */
    Optional<ContactMethod> insert(
            long tenant, Contact owner, Optional<UUID> id, @Nullable String reference, ContactDraft entry) {
        Instant now = clock.instant();
        Optional<ContactMethod> added = bind(INSERT, tenant, id.orElseGet(() -> Guids.at(now)), reference, entry, now)
                .param("contact", owner.id())
                .query(METHODS.rows())
                .optional();
        added.ifPresent(method -> points.add(ContactOwner.contact, tenant, typed(owner, method)));
        return added;
    }

    ContactMethod update(
            long tenant, Contact owner, ContactMethod before, @Nullable String reference, ContactDraft entry) {
        ContactMethod after = bind(UPDATE, tenant, before.id(), reference, entry, clock.instant())
                .query(METHODS.rows())
                .single();
        points.change(ContactOwner.contact, tenant, typed(owner, before), typed(owner, after));
        return after;
    }

    private static List<TypedContact> typed(Contact owner, ContactMethod method) {
        return List.of(new TypedContact(
                owner.number(),
                method.number(),
                method.entry().type(),
                method.entry().value()));
    }

    void delete(long tenant, Contact owner, ContactMethod method) {
        jdbc.sql("delete from contact_preference where tenant_id = :tenant and method_id = :id")
                .param("tenant", tenant)
                .param("id", method.id())
                .update();
        jdbc.sql("delete from contact_method where tenant_id = :tenant and contact_id = :contact and id = :id")
                .param("tenant", tenant)
                .param("contact", owner.id())
                .param("id", method.id())
                .update();
        points.remove(ContactOwner.contact, tenant, owner.number(), List.of(method.number()));
    }

    /** All methods of a person. */
    void deleteAll(long tenant, Contact owner) {
        jdbc.sql("""
                delete from contact_preference where tenant_id = :tenant and method_id in (
                    select id from contact_method where tenant_id = :tenant and contact_id = :contact)
                """).param("tenant", tenant).param("contact", owner.id()).update();
        List<Long> gone = jdbc.sql(
                        "delete from contact_method where tenant_id = :tenant and contact_id = :contact returning number")
                .param("tenant", tenant)
                .param("contact", owner.id())
                .query(Long.class)
                .list();
        points.remove(ContactOwner.contact, tenant, owner.number(), gone);
    }

    private JdbcClient.StatementSpec bind(
            String sql, long tenant, UUID id, @Nullable String reference, ContactDraft entry, Instant now) {
        return jdbc.sql(sql)
                .params(ENTRIES.params(entry))
                .param("tenant", tenant)
                .param("id", id)
                .param("reference", reference)
                .param("now", now)
                .param("by", Caller.current().employeeId());
    }
}

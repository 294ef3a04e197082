package org.callboard.contacts;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.callboard.database.Caller;
import org.callboard.database.RecordMapper;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ContactStore {

    private static final RecordMapper<Contact> CONTACTS = RecordMapper.of(Contact.class);
    private static final RecordMapper<Contact.Details> DETAILS = RecordMapper.of(Contact.Details.class);

    private static final String INSERT = DETAILS.sql("""
            insert into contact (tenant_id, id, COLUMNS, created_on, created_by, modified_on, modified_by)
            values (:tenant, :id, PARAMETERS, :now, :by, :now, :by)
            on conflict (tenant_id, id) do nothing
            returning *
            """);

    private static final String UPDATE = DETAILS.sql("""
            update contact
            set ASSIGNMENTS, version = version + 1, modified_on = :now, modified_by = :by
            where tenant_id = :tenant and id = :id
            returning *
            """);

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
                .query(CONTACTS.rows())
                .optional();
    }

    /** Reads it and keeps others from changing it until the transaction ends. */
    Optional<Contact> lock(long tenant, UUID id) {
        return jdbc.sql("select * from contact where tenant_id = :tenant and id = :id for update")
                .param("tenant", tenant)
                .param("id", id)
                .query(CONTACTS.rows())
                .optional();
    }

    Page<Contact> page(Where where, Paging paging) {
        return where.page(jdbc, "select * from contact", "contact", paging, CONTACTS.rows());
    }

    /** Stores a new person; empty where the id is in use. Without an id the person gets one. */
    Optional<Contact> insert(long tenant, Optional<UUID> id, Contact.Details details) {
        Instant now = clock.instant();
        return bind(INSERT, tenant, id.orElseGet(() -> Guids.at(now)), details, now)
                .query(CONTACTS.rows())
                .optional();
    }

    Contact update(long tenant, UUID id, Contact.Details details) {
        return bind(UPDATE, tenant, id, details, clock.instant())
                .query(CONTACTS.rows())
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
                .params(DETAILS.params(details))
                .param("tenant", tenant)
                .param("id", id)
                .param("now", now)
                .param("by", Caller.current().employeeId());
    }
}

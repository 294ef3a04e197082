package org.callboard.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.callboard.addresses.ContactDraft;
import org.callboard.addresses.ContactType;
import org.callboard.platform.Page;
import org.callboard.platform.Paging;
import org.callboard.platform.Rows;
import org.callboard.platform.Where;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The contact entries of customers and of locations. A removed one stays as an inactive row for the export. */
@Repository
class ContactEntryStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    ContactEntryStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The entries in use that the conditions let through. */
    Page<ContactEntry> page(RecordKind kind, Where where, Paging paging) {
        String table = kind.sql("KIND_contact");
        return where.and("active").page(jdbc, "select * from " + table, table, paging, mapper(kind));
    }

    List<ContactEntry> ofAll(RecordKind kind, long tenant, Collection<Long> owners) {
        return jdbc.sql(kind.sql("""
                select * from KIND_contact
                where tenant_id = :tenant and KIND_id = any(:owners) and active
                order by id
                """))
                .param("tenant", tenant)
                .param("owners", owners.toArray(Long[]::new))
                .query(mapper(kind))
                .list();
    }

    /** The entries with these ids, removed ones too. */
    List<ContactEntry> withRemoved(RecordKind kind, long tenant, Collection<Long> ids) {
        return jdbc.sql(kind.sql("select * from KIND_contact where tenant_id = :tenant and id = any(:ids)"))
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .query(mapper(kind))
                .list();
    }

    /** The next entries after an id, removed ones too. */
    List<ContactEntry> withRemovedAfter(RecordKind kind, long tenant, long id, int most) {
        return jdbc.sql(kind.sql("""
                select * from KIND_contact where tenant_id = :tenant and id > :id order by id limit :most
                """))
                .param("tenant", tenant)
                .param("id", id)
                .param("most", most)
                .query(mapper(kind))
                .list();
    }

    Optional<ContactEntry> find(RecordKind kind, long tenant, long owner, long id) {
        return find(kind, tenant, owner, id, "");
    }

    /** Reads it and keeps others from changing it until the transaction ends. */
    Optional<ContactEntry> lock(RecordKind kind, long tenant, long owner, long id) {
        return find(kind, tenant, owner, id, "for no key update");
    }

    private Optional<ContactEntry> find(RecordKind kind, long tenant, long owner, long id, String lock) {
        return jdbc.sql(kind.sql("""
                select * from KIND_contact
                where tenant_id = :tenant and KIND_id = :owner and id = :id and active
                """) + lock)
                .param("tenant", tenant)
                .param("owner", owner)
                .param("id", id)
                .query(mapper(kind))
                .optional();
    }

    /** A number or address that an owner has already, in the form that it is found by. */
    record Known(long owner, String normalized) {}

    List<Known> known(RecordKind kind, long tenant, Collection<Long> owners) {
        return jdbc.sql(kind.sql("""
                select KIND_id, coalesce(normalized, value) from KIND_contact
                where tenant_id = :tenant and KIND_id = any(:owners) and active
                """))
                .param("tenant", tenant)
                .param("owners", owners.toArray(Long[]::new))
                .query((row, number) -> new Known(row.getLong(1), row.getString(2)))
                .list();
    }

    /** Adds entries of one or more owners, in their order, in one statement; gives their ids. */
    List<Long> insert(RecordKind kind, long tenant, List<Owned<ContactDraft>> contacts) {
        return jdbc.sql(kind.sql("""
                insert into KIND_contact (tenant_id, KIND_id, type, value, memo, normalized, created_on, modified_on)
                select :tenant, owner, type, value, memo, normalized, :now, :now
                from unnest(:owners::bigint[], :types::text[], :values::text[], :memos::text[], :normalized::text[])
                    with ordinality as c (owner, type, value, memo, normalized, position)
                order by position
                returning id
                """))
                .param("tenant", tenant)
                .param("owners", contacts.stream().map(Owned::owner).toArray(Long[]::new))
                .param(
                        "types",
                        contacts.stream().map(c -> c.what().type().name()).toArray(String[]::new))
                .param("values", contacts.stream().map(c -> c.what().value()).toArray(String[]::new))
                .param("memos", contacts.stream().map(c -> c.what().memo()).toArray(String[]::new))
                .param(
                        "normalized",
                        contacts.stream().map(c -> c.what().normalized()).toArray(String[]::new))
                .param("now", clock.instant())
                .query(Long.class)
                .list();
    }

    /** Those in use and those that were removed. */
    List<ContactEntry> everOf(RecordKind kind, long tenant, long owner) {
        return jdbc.sql(kind.sql(
                        "select * from KIND_contact where tenant_id = :tenant and KIND_id = :owner order by id"))
                .param("tenant", tenant)
                .param("owner", owner)
                .query(mapper(kind))
                .list();
    }

    void update(
            RecordKind kind,
            long tenant,
            long id,
            ContactDraft contact,
            boolean doNotText,
            ContactPreferences preferences) {
        jdbc.sql(kind.sql("""
                update KIND_contact
                set type = :type, value = :value, memo = :memo, normalized = :normalized, do_not_text = :doNotText,
                    job_reminders_enabled = :jobReminders, marketing_updates_enabled = :marketing,
                    invoice_notification = :invoices, statement_notification = :statements, version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id
                """))
                .param("type", contact.type().name())
                .param("value", contact.value())
                .param("memo", contact.memo())
                .param("normalized", contact.normalized())
                .param("doNotText", doNotText)
                .param("jobReminders", preferences.jobRemindersEnabled())
                .param("marketing", preferences.marketingUpdatesEnabled())
                .param("invoices", preferences.invoiceNotification())
                .param("statements", preferences.statementNotification())
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    void remove(RecordKind kind, long tenant, long id) {
        jdbc.sql(kind.sql("""
                update KIND_contact set active = false, version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id
                """))
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    private static RowMapper<ContactEntry> mapper(RecordKind kind) {
        String owner = kind.sql("KIND_id");
        return (row, number) -> entry(row, owner);
    }

    private static ContactEntry entry(ResultSet row, String owner) throws SQLException {
        return new ContactEntry(
                row.getLong("id"),
                row.getLong(owner),
                ContactType.valueOf(row.getString("type")),
                row.getString("value"),
                row.getString("memo"),
                row.getBoolean("do_not_text"),
                new ContactPreferences(
                        row.getBoolean("job_reminders_enabled"),
                        row.getBoolean("marketing_updates_enabled"),
                        row.getBoolean("invoice_notification"),
                        row.getBoolean("statement_notification")),
                row.getInt("version"),
                Rows.instant(row, "created_on"),
                Rows.instant(row, "modified_on"),
                row.getBoolean("active"));
    }
}

package org.callboard.bookings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.callboard.addresses.ContactDraft;
import org.callboard.addresses.ContactType;
import org.callboard.platform.Page;
import org.callboard.platform.Paging;
import org.callboard.platform.Rows;
import org.callboard.platform.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BookingContactStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    BookingContactStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<BookingContact> all(long tenant, long booking) {
        return jdbc.sql("""
                select * from booking_contact where tenant_id = :tenant and booking_id = :booking order by id
                """)
                .param("tenant", tenant)
                .param("booking", booking)
                .query(BookingContactStore::contact)
                .list();
    }

    Page<BookingContact> page(long tenant, long booking, Paging paging) {
        return Where.tenant(tenant)
                .and("booking_id = :booking", "booking", booking)
                .page(jdbc, "select * from booking_contact", "booking_contact", paging, BookingContactStore::contact);
    }

    Optional<BookingContact> find(long tenant, long booking, long id) {
        return jdbc.sql("""
                select * from booking_contact where tenant_id = :tenant and booking_id = :booking and id = :id
                """)
                .param("tenant", tenant)
                .param("booking", booking)
                .param("id", id)
                .query(BookingContactStore::contact)
                .optional();
    }

    /** Adds contacts, in their order, in one statement; gives their ids. */
    List<Long> insert(long tenant, long booking, List<ContactDraft> contacts) {
        if (contacts.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                insert into booking_contact (tenant_id, booking_id, type, value, memo, normalized, modified_on)
                select :tenant, :booking, type, value, memo, normalized, :now
                from unnest(:types::text[], :values::text[], :memos::text[], :normalized::text[])
                    with ordinality as c (type, value, memo, normalized, position)
                order by position
                returning id
                """)
                .param("tenant", tenant)
                .param("booking", booking)
                .param("types", contacts.stream().map(c -> c.type().name()).toArray(String[]::new))
                .param("values", contacts.stream().map(ContactDraft::value).toArray(String[]::new))
                .param("memos", contacts.stream().map(ContactDraft::memo).toArray(String[]::new))
                .param(
                        "normalized",
                        contacts.stream().map(ContactDraft::normalized).toArray(String[]::new))
                .param("now", clock.instant())
                .query(Long.class)
                .list();
    }

    void update(long tenant, long id, ContactDraft contact) {
        jdbc.sql("""
                update booking_contact
                set type = :type, value = :value, memo = :memo, normalized = :normalized, version = version + 1,
                    modified_on = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("type", contact.type().name())
                .param("value", contact.value())
                .param("memo", contact.memo())
                .param("normalized", contact.normalized())
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    void delete(long tenant, long id) {
        jdbc.sql("delete from booking_contact where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    private static BookingContact contact(ResultSet row, int number) throws SQLException {
        return new BookingContact(
                row.getLong("id"),
                ContactType.valueOf(row.getString("type")),
                row.getString("value"),
                row.getString("memo"),
                row.getString("normalized"),
                row.getInt("version"),
                Rows.instant(row, "modified_on"));
    }
}

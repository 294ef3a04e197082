package org.callboard.bookings;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.database.RecordMapper;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BookingContactStore {

    private static final RecordMapper<BookingContact> CONTACTS = RecordMapper.of(BookingContact.class);
    private static final RecordMapper<ContactDraft> DRAFTS = RecordMapper.of(ContactDraft.class);

    private static final String INSERT = DRAFTS.sql("""
            insert into booking_contact (tenant_id, booking_id, COLUMNS, modified_on)
            select :tenant, :booking, COLUMNS, :now
            from unnest(ARRAYS) with ordinality as c (COLUMNS, position)
            order by position
            returning *
            """);

    private static final String UPDATE = DRAFTS.sql("""
            update booking_contact
            set ASSIGNMENTS, version = version + 1, modified_on = :now
            where tenant_id = :tenant and id = :id
            returning *
            """);

    private final JdbcClient jdbc;
    private final Clock clock;

    BookingContactStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How the person is reached, in the order of the entries. */
    List<ContactDraft> all(long tenant, long booking) {
        return jdbc.sql("""
                select * from booking_contact where tenant_id = :tenant and booking_id = :booking order by id
                """)
                .param("tenant", tenant)
                .param("booking", booking)
                .query(DRAFTS.rows())
                .list();
    }

    Page<BookingContact> page(long tenant, long booking, Paging paging) {
        return Where.tenant(tenant)
                .and("booking_id = :booking", "booking", booking)
                .page(jdbc, "select * from booking_contact", "booking_contact", paging, CONTACTS.rows());
    }

    Optional<BookingContact> find(long tenant, long booking, long id) {
        return jdbc.sql("""
                select * from booking_contact where tenant_id = :tenant and booking_id = :booking and id = :id
                """)
                .param("tenant", tenant)
                .param("booking", booking)
                .param("id", id)
                .query(CONTACTS.rows())
                .optional();
    }

    /** Adds contacts, in their order, in one statement. */
    List<BookingContact> insert(long tenant, long booking, List<ContactDraft> contacts) {
        if (contacts.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(INSERT)
                .params(DRAFTS.arrays(contacts))
                .param("tenant", tenant)
                .param("booking", booking)
                .param("now", clock.instant())
                .query(CONTACTS.rows())
                .list();
    }

    BookingContact update(long tenant, long id, ContactDraft contact) {
        return jdbc.sql(UPDATE)
                .params(DRAFTS.params(contact))
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .query(CONTACTS.rows())
                .single();
    }

    void delete(long tenant, long id) {
        jdbc.sql("delete from booking_contact where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }
}

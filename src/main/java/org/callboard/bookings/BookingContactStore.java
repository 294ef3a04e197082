package org.callboard.bookings;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactOwner;
import org.callboard.contactpoints.ContactPoints;
import org.callboard.contactpoints.TypedContact;
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
    private final ContactPoints points;

    BookingContactStore(JdbcClient jdbc, Clock clock, ContactPoints points) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.points = points;
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

    /** Adds contacts, in their order, in two statements. */
    List<BookingContact> insert(long tenant, long booking, List<ContactDraft> contacts) {
        if (contacts.isEmpty()) {
            return List.of();
        }
        List<BookingContact> added = jdbc.sql(INSERT)
                .params(DRAFTS.arrays(contacts))
                .param("tenant", tenant)
                .param("booking", booking)
                .param("now", clock.instant())
                .query(CONTACTS.rows())
                .list();
        points.add(
                ContactOwner.booking,
                tenant,
                added.stream().map(contact -> typed(booking, contact)).toList());
        return added;
    }

    BookingContact update(long tenant, long booking, BookingContact before, ContactDraft contact) {
        BookingContact after = jdbc.sql(UPDATE)
                .params(DRAFTS.params(contact))
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", before.id())
                .query(CONTACTS.rows())
                .single();
        points.change(ContactOwner.booking, tenant, List.of(typed(booking, before)), List.of(typed(booking, after)));
        return after;
    }

    void delete(long tenant, long booking, long id) {
        jdbc.sql("delete from booking_contact where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .update();
        points.remove(ContactOwner.booking, tenant, booking, List.of(id));
    }

    private static TypedContact typed(long booking, BookingContact contact) {
        return new TypedContact(
                booking, contact.id(), contact.draft().type(), contact.draft().value());
    }
}

package org.callboard.bookings;

import java.util.List;
import org.callboard.bookings.BookingRequests.UpdateBookingContactRequest;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.http.Precondition;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.validation.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contact entries of a booking, as its provider keeps them. */
@Service
class BookingContacts {

    private final Bookings bookings;
    private final BookingStore store;
    private final BookingContactStore contacts;
    private final Changes changes;

    BookingContacts(Bookings bookings, BookingStore store, BookingContactStore contacts, Changes changes) {
        this.bookings = bookings;
        this.store = store;
        this.contacts = contacts;
        this.changes = changes;
    }

    Page<BookingContact> list(long tenant, long booking, Paging paging) {
        return contacts.page(tenant, booking, paging);
    }

    /** Adds an entry. NotFound for an unknown booking, Conflict once it is closed. */
    @Transactional
    BookingContact add(
            long tenant, long provider, long booking, ContactType type, String value, @Nullable String memo) {
        Bookings.requireOpen(bookings.lock(tenant, provider, booking));
        BookingContact added = contacts.insert(tenant, booking, List.of(new ContactDraft(type, value, memo)))
                .getFirst();
        store.touch(tenant, booking);
        changes.record(
                EntityKind.BOOKING,
                booking,
                Action.CONTACT_ADDED,
                Diff.none().now(type.name(), value).now("memo", memo));
        return added;
    }

    /** Changes what is not null. NotFound for an unknown booking or entry, Stale where the precondition does not hold. */
    @Transactional
    BookingContact update(
            long tenant,
            long provider,
            long booking,
            long id,
            Submission<UpdateBookingContactRequest> sent,
            Precondition precondition) {
        Booking owner = bookings.lock(tenant, provider, booking);
        BookingContact before = get(tenant, booking, id);
        precondition.check(before.tag());
        Bookings.requireOpen(owner);
        UpdateBookingContactRequest request = sent.request();
        ContactDraft old = before.draft();
        ContactDraft draft = old.changed(request.type(), request.value(), request.memo(), sent.noted());
        sent.noted().throwIfAny();
        BookingContact after = contacts.update(tenant, booking, before, draft);
        store.touch(tenant, booking);
        changes.record(
                EntityKind.BOOKING,
                booking,
                Action.CONTACT_CHANGED,
                Diff.none()
                        .field("type", old.type(), draft.type())
                        .field(draft.type().name(), old.value(), draft.value())
                        .field("memo", old.memo(), draft.memo()));
        return after;
    }

    /** Removes an entry. NotFound for an unknown booking or entry, Stale where the precondition does not hold. */
    @Transactional
    void delete(long tenant, long provider, long booking, long id, Precondition precondition) {
        Booking owner = bookings.lock(tenant, provider, booking);
        BookingContact contact = get(tenant, booking, id);
        precondition.check(contact.tag());
        Bookings.requireOpen(owner);
        contacts.delete(tenant, booking, id);
        ContactDraft old = contact.draft();
        store.touch(tenant, booking);
        changes.record(
                EntityKind.BOOKING,
                booking,
                Action.CONTACT_REMOVED,
                Diff.none().field(old.type().name(), old.value(), null).field("memo", old.memo(), null));
    }

    private BookingContact get(long tenant, long booking, long id) {
        return contacts.find(tenant, booking, id).orElseThrow(() -> new NotFound("Contact", id));
    }
}

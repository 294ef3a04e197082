package org.callboard.bookings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.callboard.bookings.BookingRequests.CreateBookingRequest;
import org.callboard.bookings.BookingRequests.UpdateBookingRequest;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.http.Precondition;
import org.callboard.paging.ListQuery;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.pictures.BookingPictures;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.callboard.requests.Inquiry;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bookings of a tenant: reading them, and what providers do to them. */
@Service
public class Bookings {

    private final BookingStore store;
    private final BookingContactStore contacts;
    private final BookingPictures pictures;
    private final Confirmations confirmations;
    private final Changes changes;

    Bookings(
            BookingStore store,
            BookingContactStore contacts,
            BookingPictures pictures,
            Confirmations confirmations,
            Changes changes) {
        this.store = store;
        this.contacts = contacts;
        this.pictures = pictures;
        this.confirmations = confirmations;
        this.changes = changes;
    }

    public Optional<Booking> find(long tenant, long id) {
        return store.find(tenant, id);
    }

    /** One booking; NotFound where there is none. */
    public Booking get(long tenant, long id) {
        return find(tenant, id).orElseThrow(() -> notFound(id));
    }

    /** One booking of this provider; the same NotFound where there is none and where it is another provider's. */
    public Booking get(long tenant, long provider, long id) {
        return find(tenant, id)
                .filter(booking -> booking.bookingProviderId() == provider)
                .orElseThrow(() -> notFound(id));
    }

    /** How the person is reached, in the order in which it was given. */
    public List<ContactDraft> contacts(long tenant, long id) {
        return contacts.all(tenant, id);
    }

    /** Which booking of a provider has an external id. */
    public Optional<Long> idOf(long tenant, long provider, String externalId) {
        return store.idOf(tenant, provider, externalId);
    }

    /** The uploaded pictures among those of a booking, each under its address. */
    public Map<String, UUID> pictures(long tenant, Booking booking) {
        List<String> urls = booking.details().uploadedImages();
        return urls == null ? Map.of() : pictures.of(tenant, booking.id(), urls);
    }

    /** Reads a booking for a change; others wait until the transaction ends. NotFound where there is none. */
    public Booking lock(long tenant, long id) {
        return store.lock(tenant, id).orElseThrow(() -> notFound(id));
    }

    Booking lock(long tenant, long provider, long id) {
        return store.lock(tenant, id)
                .filter(booking -> booking.bookingProviderId() == provider)
                .orElseThrow(() -> notFound(id));
    }

    Page<Booking> list(
            long tenant, @Nullable Long provider, ListQuery query, @Nullable String externalId, Paging paging) {
        Where where = query.applyTo(Where.tenant(tenant))
                .andIf("booking_provider_id = :provider", "provider", provider)
                .andIf("external_id = :externalId", "externalId", externalId);
        return store.page(where, paging);
    }

    /**
     * Takes an inquiry in, and queues the confirmation that it asks for. NotFound for an unknown provider, Invalid for
     * unknown ids of campaign, business unit or job type and for uploaded pictures that it may not have, EXTERNAL_ID_TAKEN
     * with the first booking's id where the provider used the external id before.
     */
    @Transactional
    public Booking create(long tenant, long provider, NewBooking booking) {
        FieldErrors errors = new FieldErrors();
        pictures.check(tenant, provider, null, booking.details().uploadedImages(), errors);
        check(tenant, provider, booking.details(), errors);
        errors.throwIfAny();
        return store(tenant, provider, booking);
    }

    /** The same for what a program sends, which is not lost for its data; see {@link Inquiry}. */
    @Transactional
    Booking create(long tenant, long provider, Inquiry<CreateBookingRequest> inquiry) {
        return store(tenant, provider, inquiry.read((request, found) -> {
            NewBooking booking = request.toBooking(found);
            pictures.check(tenant, provider, null, request.uploadedImages(), found.wrong());
            check(tenant, provider, booking.details(), found.wrong());
            return booking;
        }));
    }

    private Booking store(long tenant, long provider, NewBooking draft) {
        BookingDetails details = draft.details();
        Booking booking =
                store.insert(tenant, provider, details).orElseThrow(() -> used(tenant, provider, details.externalId()));
        contacts.insert(tenant, booking.id(), draft.contacts());
        pictures.take(tenant, booking.id(), null, details.uploadedImages());
        changes.record(
                EntityKind.BOOKING,
                booking.id(),
                Action.CREATED,
                Diff.none().now("source", details.source()).now("name", details.name()));
        confirmations.queue(tenant, booking.id(), draft);
        return booking;
    }

    /**
     * Changes what a provider said about an open booking. BOOKING_BOOKED or BOOKING_DISMISSED once it was, Stale where the
     * precondition does not hold.
     */
    @Transactional
    Booking update(
            long tenant, long provider, long id, Submission<UpdateBookingRequest> sent, Precondition precondition) {
        Booking before = lock(tenant, provider, id);
        precondition.check(before.tag());
        requireOpen(before);
        UpdateBookingRequest request = sent.request();
        BookingDetails old = before.details();
        FieldErrors errors = new FieldErrors();
        request.check(old, errors);
        pictures.check(tenant, provider, id, request.uploadedImages(), errors);
        check(tenant, provider, request.campaignId(), request.businessUnitId(), request.jobTypeId(), errors);
        sent.refuse(errors);
        BookingDetails now = request.applyTo(old);
        if (!now.externalId().equals(old.externalId())
                && store.idOf(tenant, provider, now.externalId()).isPresent()) {
            throw used(tenant, provider, now.externalId());
        }
        Diff diff = Diff.between(old, now);
        if (diff.isEmpty()) {
            return before;
        }
        Booking after = store.update(tenant, id, now);
        pictures.take(tenant, id, old.uploadedImages(), now.uploadedImages());
        changes.record(EntityKind.BOOKING, id, Action.UPDATED, diff);
        return after;
    }

    static void requireOpen(Booking booking) {
        if (!booking.status().open()) {
            throw (booking.status() == BookingStatus.Converted
                            ? RefusalCode.BOOKING_BOOKED
                            : RefusalCode.BOOKING_DISMISSED)
                    .refuse("Booking " + booking.id() + " is " + booking.status() + " and can no longer be changed.")
                    .with("status", booking.status().name());
        }
    }

    /** Notes ids that are nobody's; NotFound for an unknown provider. */
    private void check(long tenant, long provider, BookingDetails details, FieldErrors errors) {
        check(tenant, provider, details.campaignId(), details.businessUnitId(), details.jobTypeId(), errors);
    }

    private void check(
            long tenant,
            long provider,
            @Nullable Long campaign,
            @Nullable Long unit,
            @Nullable Long jobType,
            FieldErrors errors) {
        BookingStore.Known known = store.known(tenant, provider, campaign, unit, jobType);
        if (!known.provider()) {
            throw new NotFound("Booking provider", provider);
        }
        errors.addIf(!known.campaign(), "campaignId", "There is no campaign " + campaign + ".")
                .addIf(!known.businessUnit(), "businessUnitId", "There is no business unit " + unit + ".")
                .addIf(!known.jobType(), "jobTypeId", "There is no job type " + jobType + ".");
    }

    private Refusal used(long tenant, long provider, String externalId) {
        long existing = store.idOf(tenant, provider, externalId).orElse(0L);
        return RefusalCode.EXTERNAL_ID_TAKEN
                .refuse("This provider already has a booking with the external id " + externalId + ".")
                .with("existingId", existing)
                .with("externalId", externalId);
    }

    private static NotFound notFound(long id) {
        return new NotFound("Booking", id);
    }
}

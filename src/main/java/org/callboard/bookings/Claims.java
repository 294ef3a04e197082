package org.callboard.bookings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who in the office has a booking. Exactly one person gets it; a claim is a lease that the open page prolongs while its
 * user is there, and that ends by itself when they are gone. Everything here acts as the current caller, a user.
 */
@Service
public class Claims {

    /** How long a claim lasts without a sign of life from its user. */
    public static final Duration LEASE = Duration.ofMinutes(5);

    private final Bookings bookings;
    private final ClaimStore store;
    private final LeaseExpiry expiry;
    private final Changes changes;
    private final Clock clock;

    Claims(Bookings bookings, ClaimStore store, LeaseExpiry expiry, Changes changes, Clock clock) {
        this.bookings = bookings;
        this.store = store;
        this.expiry = expiry;
        this.changes = changes;
        this.clock = clock;
    }

    /** Takes the booking; Conflict that names the holder where somebody has it, or its state where it is closed. */
    @Transactional
    public Booking claim(long tenant, long id) {
        Instant until = until();
        Booking booking = store.claim(tenant, id, user(), until).orElseThrow(() -> inTheWay(tenant, id));
        changes.record(
                EntityKind.BOOKING,
                id,
                Action.CLAIMED,
                Diff.none().now("claimedBy", Caller.current().name()));
        expiry.watch(tenant, id, until);
        return booking;
    }

    /** Takes the booking from the user who has it; Conflict where that is no longer so. */
    @Transactional
    public Booking takeOver(long tenant, long id, long from) {
        Booking before = bookings.get(tenant, id);
        Instant until = until();
        Booking booking = store.takeOver(tenant, id, from, user(), until).orElseThrow(() -> inTheWay(before));
        changes.record(
                EntityKind.BOOKING,
                id,
                Action.TAKEN_OVER,
                Diff.none()
                        .field(
                                "claimedBy",
                                before.claim() == null ? null : before.claim().claimedByName(),
                                Caller.current().name()));
        expiry.watch(tenant, id, until);
        return booking;
    }

    /** Gives the booking back to the queue; Conflict where the caller does not have it. */
    @Transactional
    public Booking release(long tenant, long id) {
        Booking booking = store.release(tenant, id, user()).orElseThrow(() -> inTheWay(tenant, id));
        changes.record(EntityKind.BOOKING, id, Action.RELEASED, Diff.none());
        return booking;
    }

    /** A sign of life: the caller still works on it. False where they no longer have it. */
    @Transactional
    public boolean prolong(long tenant, long id) {
        return store.prolong(tenant, id, user(), until());
    }

    /** Brings a dismissed booking back, to the caller; Conflict where it is not dismissed. */
    @Transactional
    public Booking reopen(long tenant, long id) {
        Instant until = until();
        Booking booking = store.reopen(tenant, id, user(), until).orElseThrow(() -> inTheWay(tenant, id));
        changes.record(
                EntityKind.BOOKING,
                id,
                Action.REOPENED,
                Diff.none().field("status", BookingStatus.Dismissed, BookingStatus.Accepted));
        expiry.watch(tenant, id, until);
        return booking;
    }

    /** Marks a booking that the caller has as booked; Conflict where they no longer have it. */
    @Transactional
    public void convert(long tenant, long id, long job) {
        if (!store.convert(tenant, id, user(), job)) {
            throw inTheWay(tenant, id);
        }
        changes.record(EntityKind.BOOKING, id, Action.BOOKED, Diff.none().now("jobId", job));
    }

    /**
     * Marks an open booking, which the caller has locked, as booked by a program, whoever in the office has it: their screen
     * is told as of every change.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void convertUnasked(long tenant, Booking booking, long job) {
        if (!store.convertUnasked(tenant, booking.id(), job)) {
            throw new IllegalStateException("a locked booking changed");
        }
        changes.record(
                EntityKind.BOOKING,
                booking.id(),
                Action.BOOKED,
                Diff.none()
                        .field("status", booking.status(), BookingStatus.Converted)
                        .now("jobId", job));
    }

    /** Brings a booking back of which a job was made by mistake, to the caller; Conflict where it is not of that job. */
    @Transactional
    public Booking takeBack(long tenant, long id, long job) {
        Instant until = until();
        Booking booking = store.unconvert(tenant, id, user(), job, until).orElseThrow(() -> inTheWay(tenant, id));
        changes.record(
                EntityKind.BOOKING,
                id,
                Action.REOPENED,
                Diff.none()
                        .field("status", BookingStatus.Converted, BookingStatus.Accepted)
                        .field("jobId", job, null));
        expiry.watch(tenant, id, until);
        return booking;
    }

    private Refusal inTheWay(long tenant, long id) {
        return inTheWay(bookings.get(tenant, id));
    }

    /** The Conflict for a booking that is not the caller's to act on. */
    public static Refusal inTheWay(Booking booking) {
        String subject = "Booking " + booking.id() + " ";
        Refusal inTheWay = switch (booking.status()) {
            case New -> RefusalCode.CONFLICT.refuse(subject + "is nobody's yet; claim it first.");
            case Accepted ->
                RefusalCode.CONFLICT.refuse(subject
                        + Optional.ofNullable(booking.claim())
                                .map(claim -> "is " + claim.claimedByName() + "'s.")
                                .orElse("is taken."));
            case Converted ->
                RefusalCode.BOOKING_BOOKED.refuse(subject + "was booked already, as job " + booking.jobId() + ".");
            case Dismissed -> RefusalCode.BOOKING_DISMISSED.refuse(subject + "was dismissed already.");
        };
        return inTheWay.with("status", booking.status().name());
    }

    private static long user() {
        return Caller.current().userId();
    }

    private Instant until() {
        return clock.instant().plus(LEASE);
    }
}

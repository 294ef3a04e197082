package org.callboard.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.bookings.Booking;
import org.callboard.bookings.BookingStatus;
import org.callboard.bookings.Bookings;
import org.callboard.bookings.Claims;
import org.callboard.calls.Call;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.database.Caller;
import org.callboard.dispatch.CancelJob;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobs.HouseAnswers;
import org.callboard.jobs.Job;
import org.callboard.jobs.JobLocks;
import org.callboard.jobs.Jobs;
import org.callboard.jobs.LockedJob;
import org.callboard.leads.BookForLead;
import org.callboard.mergedids.MergedIds;
import org.callboard.queue.InquiryKey;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the booking of a job back, as if it had never been: for ten minutes, by who booked it, and while nobody has touched
 * the job. The inquiry is theirs again, its leads are open again for whom they were, and a customer and location that were
 * made with the job go out of use unless somebody has used them since. What it overwrote of the house is as it was. Contacts
 * that a customer on record got stay.
 */
@Service
public class UndoBooking {

    /** How long after it was booked. */
    public static final Duration ALLOWED = Duration.ofMinutes(10);

    /** What was answered with the job and waits again. */
    public record Undone(String jobNumber, @Nullable InquiryKey inquiry, List<Long> leadIds, long customerId) {}

    private final JobUndoStore store;
    private final Jobs jobs;
    private final JobLocks locks;
    private final CancelJob cancellations;
    private final JobCancelReasons reasons;
    private final Bookings bookings;
    private final Claims claims;
    private final JobOfCall ofCalls;
    private final BookForLead leads;
    private final MergedIds merged;
    private final Customers customers;
    private final Locations locations;
    private final HouseAnswers house;
    private final Changes changes;
    private final Clock clock;

    UndoBooking(
            JobUndoStore store,
            Jobs jobs,
            JobLocks locks,
            CancelJob cancellations,
            JobCancelReasons reasons,
            Bookings bookings,
            Claims claims,
            JobOfCall ofCalls,
            BookForLead leads,
            MergedIds merged,
            Customers customers,
            Locations locations,
            HouseAnswers house,
            Changes changes,
            Clock clock) {
        this.store = store;
        this.jobs = jobs;
        this.locks = locks;
        this.cancellations = cancellations;
        this.reasons = reasons;
        this.bookings = bookings;
        this.claims = claims;
        this.ofCalls = ofCalls;
        this.leads = leads;
        this.merged = merged;
        this.customers = customers;
        this.locations = locations;
        this.house = house;
        this.changes = changes;
        this.clock = clock;
    }

    /** Why the caller can't take the booking of the job back, as it is now; null where they can. */
    public @Nullable String barrier(long tenant, Job job) {
        return refusal(job, store.find(tenant, job.id()))
                .or(() -> store.hasNotes(tenant, job.id()) ? Optional.of(touched(job)) : Optional.empty())
                .map(Refusal::title)
                .orElse(null);
    }

    /** As below, for the job of an inquiry, which it gives as it is then; Conflict where it has none. */
    @Transactional
    public Booking undoOf(long tenant, long bookingId) {
        Booking booking = bookings.get(tenant, bookingId);
        if (booking.jobId() == null) {
            throw Claims.inTheWay(booking);
        }
        undo(tenant, booking.jobId());
        return bookings.get(tenant, bookingId);
    }

    /** NotFound, or a Conflict that says why it can't be undone any more; then everything stays. */
    @Transactional
    public Undone undo(long tenant, long id) {
        Job seen = jobs.get(tenant, id);
        Optional<JobUndo> made = store.find(tenant, id);
        require(refusal(seen, made));
        Map<Long, MergedIds.Place> won = leads.wonBy(tenant, id);
        MergedIds.Place aboutBefore = ofCalls.without(tenant, seen);
        hold(
                tenant,
                seen,
                Stream.concat(won.values().stream(), Stream.ofNullable(aboutBefore))
                        .toList());
        long reason = reasons.bookedByMistake(tenant).id();
        if (seen.bookingId() != null) {
            Booking booking = bookings.lock(tenant, seen.bookingId());
            if (booking.status() != BookingStatus.Converted || !Objects.equals(booking.jobId(), id)) {
                throw touched(seen);
            }
        }
        Call call = ofCalls.lock(tenant, id);
        List<Long> reopened = leads.reopenAll(tenant, id, won);
        LockedJob locked = locks.lock(tenant, id);
        Job job = locked.before();
        require(refusal(job, made));
        if (store.hasNotes(tenant, id)) {
            throw touched(job);
        }
        cancellations.undo(tenant, locked, reason);
        if (seen.bookingId() != null) {
            claims.takeBack(tenant, seen.bookingId(), id);
        }
        if (call != null) {
            ofCalls.takeBack(tenant, call, aboutBefore);
        }
        takeOutOfUse(tenant, job, made.orElseThrow());
        if (!made.orElseThrow().madeLocation()) {
            house.takeBack(tenant, job.locationId(), id);
        }
        return new Undone(job.number(), inquiry(seen, call), reopened, job.customerId());
    }

    private static @Nullable InquiryKey inquiry(Job job, @Nullable Call call) {
        if (job.bookingId() != null) {
            return InquiryKey.booking(job.bookingId());
        }
        return call == null ? null : InquiryKey.call(call.id());
    }

    /** Customers and locations come before bookings, calls, leads and jobs: all that are named here, and those that may go. */
    private void hold(long tenant, Job job, List<MergedIds.Place> others) {
        merged.requireLive(
                tenant,
                Stream.concat(Stream.of(job.customerId()), others.stream().map(MergedIds.Place::customerId))
                        .filter(Objects::nonNull)
                        .toList(),
                Stream.concat(Stream.of(job.locationId()), others.stream().map(MergedIds.Place::locationId))
                        .filter(Objects::nonNull)
                        .toList());
        customers.lockAll(tenant, List.of(job.customerId()));
        locations.lockWithCustomers(tenant, List.of(job.locationId()));
    }

    private static void require(Optional<Refusal> refusal) {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    private Optional<Refusal> refusal(Job job, Optional<JobUndo> made) {
        Instant now = clock.instant();
        if (!job.active()) {
            return Optional.of(
                    RefusalCode.JOB_INACTIVE.refuse("The booking of job " + job.number() + " was undone already."));
        }
        if (made.isEmpty()) {
            return Optional.of(conflict("Job " + job.number() + " was not booked by a person in the office."));
        }
        if (!Objects.equals(made.get().bookedBy(), Caller.current().id())) {
            return Optional.of(conflict("Somebody else booked job " + job.number() + "."));
        }
        if (now.isAfter(made.get().bookedOn().plus(ALLOWED))) {
            return Optional.of(
                    conflict("Job " + job.number() + " was booked more than " + ALLOWED.toMinutes() + " minutes ago."));
        }
        return job.version() == 1 ? Optional.empty() : Optional.of(touched(job));
    }

    private static Refusal touched(Job job) {
        return conflict("Somebody has worked on job " + job.number() + " since it was booked.");
    }

    private static Refusal conflict(String why) {
        return RefusalCode.CONFLICT.refuse(why + " The booking can't be undone any more; cancel the job instead.");
    }

    private void takeOutOfUse(long tenant, Job job, JobUndo made) {
        long customer = job.customerId();
        long location = job.locationId();
        if (!made.madeLocation()
                || touchedSince(tenant, EntityKind.LOCATION, location, made)
                || locations.find(tenant, location).filter(one -> one.active()).isEmpty()) {
            return;
        }
        if (made.madeCustomer()) {
            if (store.isCustomerFree(tenant, customer, job.id(), location)
                    && !touchedSince(tenant, EntityKind.CUSTOMER, customer, made)) {
                customers.deactivateAll(tenant, List.of(customer));
                locations.deactivateAll(tenant, List.of(location));
            }
        } else if (store.isLocationFree(tenant, customer, job.id(), location)) {
            locations.deactivateAll(tenant, List.of(location));
        }
    }

    /** What the program itself finds out about an address is no use of it. */
    private boolean touchedSince(long tenant, EntityKind kind, long id, JobUndo made) {
        return changes.of(tenant, kind, id).stream()
                .anyMatch(change -> change.actorKind() != Caller.Kind.system
                        && change.happenedOn().isAfter(made.bookedOn()));
    }
}

package org.callboard.jobapi;

import java.util.Objects;
import org.callboard.bookings.Booking;
import org.callboard.bookings.BookingStatus;
import org.callboard.bookings.Bookings;
import org.callboard.bookings.Claims;
import org.callboard.customers.Customers;
import org.callboard.dispatch.JobChecks;
import org.callboard.jobapi.JobRequests.JobCreateRequest;
import org.callboard.jobs.HouseAnswers;
import org.callboard.jobs.JobDraft;
import org.callboard.leads.BookForLead;
import org.callboard.leads.Lead;
import org.callboard.leads.Leads;
import org.callboard.mergedids.MergedIds;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.Submission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books a job as a program asks for it: for itself, of a waiting booking, whoever in the office has that, or of a lead. Of
 * many who book the same inquiry at once one does.
 */
@Service
class BookForProgram {

    private final MergedIds merged;
    private final JobChecks checks;
    private final Customers customers;
    private final Bookings bookings;
    private final Claims claims;
    private final Leads leads;
    private final BookForLead bookForLead;
    private final HouseAnswers house;

    BookForProgram(
            MergedIds merged,
            JobChecks checks,
            Customers customers,
            Bookings bookings,
            Claims claims,
            Leads leads,
            BookForLead bookForLead,
            HouseAnswers house) {
        this.merged = merged;
        this.checks = checks;
        this.customers = customers;
        this.bookings = bookings;
        this.claims = claims;
        this.leads = leads;
        this.bookForLead = bookForLead;
        this.house = house;
    }

    /**
     * Books and gives the job's id. Invalid that names every wrong field; RECORD_MERGED for a customer or location that was
     * merged; DO_NOT_SERVICE; BOOKING_BOOKED with {@code jobId} or BOOKING_DISMISSED, with {@code leadId} where it is followed
     * up; LEAD_WON or LEAD_DISMISSED. Then nothing was booked.
     */
    @Transactional
    long book(long tenant, Submission<JobCreateRequest> sent) {
        JobCreateRequest request = sent.request();
        // before the booking and the lead are locked: whoever merges customers locks them first too
        merged.requireLive(tenant, request.customerId(), request.locationId());
        check(tenant, sent);
        requireServed(tenant, request.customerId());
        house.hold(tenant, request.locationId(), request.customData().customFieldTypes());
        Booking booking = request.bookingId() == null ? null : lockOpen(tenant, request.bookingId());
        JobDraft draft = new JobDraft(request.details(), request.bookingId(), request.drafts(), request.customData());
        long job = bookForLead.book(tenant, draft, request.leadId());
        if (booking != null) {
            claims.convertUnasked(tenant, booking, job);
        }
        return job;
    }

    private void check(long tenant, Submission<JobCreateRequest> sent) {
        JobCreateRequest request = sent.request();
        FieldErrors found = new FieldErrors();
        request.check(found);
        Long booking = request.bookingId();
        Long lead = request.leadId();
        found.addIf(
                        booking != null && bookings.find(tenant, booking).isEmpty(),
                        "bookingId",
                        "There is no booking " + booking + ".")
                .addIf(lead != null && leads.find(tenant, lead).isEmpty(), "leadId", "There is no lead " + lead + ".");
        sent.noted().addMissing(found);
        checks.check(tenant, request.details(), request.drafts(), request.customData(), sent.noted());
    }

    /** A person with the right to may confirm it; a program has nobody to ask. */
    private void requireServed(long tenant, long customer) {
        if (customers.get(tenant, customer).details().doNotService()) {
            throw RefusalCode.DO_NOT_SERVICE
                    .refuse("Customer " + customer + " is marked Do not service. A Manager can book it in Callboard.")
                    .with("customerId", customer);
        }
    }

    private Booking lockOpen(long tenant, long id) {
        Booking booking = bookings.lock(tenant, id);
        if (booking.status() == BookingStatus.Converted) {
            throw RefusalCode.BOOKING_BOOKED
                    .refuse("Booking " + id + " was booked already, as job " + booking.jobId() + ".")
                    .with("status", booking.status().name())
                    .with("jobId", Objects.requireNonNull(booking.jobId()));
        }
        if (booking.status() == BookingStatus.Dismissed) {
            Refusal dismissed = RefusalCode.BOOKING_DISMISSED
                    .refuse("Booking " + id + " was dismissed already.")
                    .with("status", booking.status().name());
            if (booking.dismissingReasonId() != null) {
                dismissed.with("callReasonId", booking.dismissingReasonId());
            }
            leads.ofBooking(tenant, id).stream()
                    .map(Lead::id)
                    .findFirst()
                    .ifPresent(lead -> dismissed.with("leadId", lead));
            throw dismissed;
        }
        return booking;
    }
}

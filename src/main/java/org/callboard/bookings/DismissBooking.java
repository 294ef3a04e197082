package org.callboard.bookings;

import java.util.Objects;
import org.callboard.addresses.Limits.DismissingMemo;
import org.callboard.bookings.BookingRequests.DismissBookingModel;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.refusals.RefusalCode;
import org.callboard.settings.CallReasons;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.IgnoredFields;
import org.callboard.validation.Submission;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a booking that will not become a job. */
@Service
public class DismissBooking {

    private final Bookings bookings;
    private final ClaimStore store;
    private final CallReasons reasons;
    private final Changes changes;

    DismissBooking(Bookings bookings, ClaimStore store, CallReasons reasons, Changes changes) {
        this.bookings = bookings;
        this.store = store;
        this.reasons = reasons;
        this.changes = changes;
    }

    /**
     * Dismisses as the provider who sent it, whoever in the office has it. Again is no error, since clients retry, and adds
     * what was not said before. BOOKING_BOOKED once it was booked, BOOKING_DISMISSED with the kept {@code callReasonId}
     * where it was dismissed for another reason; Invalid for an unknown call reason, NotFound for an unknown booking.
     */
    @Transactional
    void byProvider(long tenant, long provider, long id, Submission<DismissBookingModel> sent) {
        Booking booking = bookings.lock(tenant, provider, id);
        Long reason = sent.request().callReasonId();
        String memo = sent.request().dismissingMemo();
        FieldErrors errors = new FieldErrors();
        checkReason(tenant, reason, "callReasonId", errors);
        sent.refuse(errors);
        if (booking.status() == BookingStatus.Converted) {
            throw RefusalCode.BOOKING_BOOKED
                    .refuse("Booking " + id + " was booked already, as job " + booking.jobId() + ".")
                    .with("status", booking.status().name())
                    .with("jobId", Objects.requireNonNull(booking.jobId()));
        }
        if (booking.status() == BookingStatus.Dismissed) {
            complete(tenant, booking, reason, memo);
        } else {
            dismiss(tenant, booking, null, reason, memo);
        }
    }

    /** Keeps the reason and the memo of a dismissed booking, or takes those that are missing. */
    private void complete(long tenant, Booking booking, @Nullable Long reason, @Nullable String memo) {
        Long keptReason = booking.dismissingReasonId();
        String keptMemo = booking.dismissingMemo();
        if (reason != null && keptReason != null && !reason.equals(keptReason)) {
            throw RefusalCode.BOOKING_DISMISSED
                    .refuse("Booking " + booking.id() + " was dismissed already, for the call reason " + keptReason
                            + ".")
                    .with("status", booking.status().name())
                    .with("callReasonId", keptReason);
        }
        String given = tidy(memo);
        if (given != null && keptMemo != null && !given.equals(keptMemo)) {
            IgnoredFields.report("dismissingMemo", "The booking was dismissed already, with another memo.");
        }
        Long newReason = keptReason == null ? reason : keptReason;
        String newMemo = keptMemo == null ? given : keptMemo;
        Diff diff = Diff.none()
                .field("dismissingReasonId", keptReason, newReason)
                .field("dismissingMemo", keptMemo, newMemo);
        if (!diff.isEmpty()) {
            store.completeDismissal(tenant, booking.id(), newReason, newMemo);
            changes.record(EntityKind.BOOKING, booking.id(), Action.UPDATED, diff);
        }
    }

    private static @Nullable String tidy(@Nullable String memo) {
        return VisibleText.orNull(memo);
    }

    /**
     * Dismisses because it goes on as a lead, whoever in the office has it, and gives it as it was. NotFound for an unknown
     * booking, Conflict where it is closed already.
     */
    @Transactional
    public Booking asLead(long tenant, long id, @Nullable Long reason) {
        Booking booking = bookings.lock(tenant, id);
        Bookings.requireOpen(booking);
        dismiss(tenant, booking, null, reason, null);
        return booking;
    }

    /**
     * Dismisses as the user who has it, or who sees it lying unclaimed, and gives it as it was; a reason is needed. Conflict
     * where somebody else has it or it is closed.
     */
    @Transactional
    public Booking byUser(long tenant, long id, @Nullable Long reason, @Nullable String memo) {
        Booking booking = bookings.lock(tenant, id);
        Long user = Objects.requireNonNull(Caller.current().id());
        if (booking.status() != BookingStatus.New && !booking.claimedBy(user)) {
            throw Claims.inTheWay(booking);
        }
        FieldErrors errors = new FieldErrors()
                .addIf(reason == null, "callReason", "Choose why it will not be booked.")
                .maxLength("memo", memo, DismissingMemo.MAX);
        checkReason(tenant, reason, "callReason", errors);
        errors.throwIfAny();
        dismiss(tenant, booking, user, reason, memo);
        return booking;
    }

    private void dismiss(
            long tenant, Booking booking, @Nullable Long user, @Nullable Long reason, @Nullable String memo) {
        String kept = tidy(memo);
        store.dismiss(tenant, booking.id(), user, reason, kept);
        changes.record(
                EntityKind.BOOKING,
                booking.id(),
                Action.DISMISSED,
                Diff.none()
                        .field("status", booking.status(), BookingStatus.Dismissed)
                        .now("dismissingReasonId", reason)
                        .now("dismissingMemo", kept));
    }

    private void checkReason(long tenant, @Nullable Long reason, String field, FieldErrors errors) {
        errors.addIf(
                reason != null && reasons.find(tenant, reason).isEmpty(),
                field,
                "There is no call reason " + reason + ".");
    }
}

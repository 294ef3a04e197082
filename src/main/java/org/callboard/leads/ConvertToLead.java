package org.callboard.leads;

import java.time.Instant;
import java.util.List;
import org.callboard.addresses.Limits.DismissingMemo;
import org.callboard.addresses.Limits.Name;
import org.callboard.addresses.Limits.PhoneNumber;
import org.callboard.bookings.Booking;
import org.callboard.bookings.Claims;
import org.callboard.bookings.DismissBooking;
import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.Calls;
import org.callboard.calls.CloseCall;
import org.callboard.calls.HoldCall;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.RecordShape;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a lead of an inquiry on the Calls screen, and takes that back. Both act as the current caller, a user. */
@Service
public class ConvertToLead {

    /** What the CSR says; the inquiry says the rest. */
    public record Answer(
            @Nullable Long callReasonId,
            @Nullable Instant followUpDate,
            @Nullable Long campaignId,
            @Nullable String memo) {}

    private final CreateLead create;
    private final LeadStore store;
    private final LeadStateStore states;
    private final LeadNoteStore notes;
    private final DismissBooking dismissals;
    private final Claims claims;
    private final Calls calls;
    private final CloseCall closeCall;
    private final HoldCall holdCall;
    private final Changes changes;

    ConvertToLead(
            CreateLead create,
            LeadStore store,
            LeadStateStore states,
            LeadNoteStore notes,
            DismissBooking dismissals,
            Claims claims,
            Calls calls,
            CloseCall closeCall,
            HoldCall holdCall,
            Changes changes) {
        this.create = create;
        this.store = store;
        this.states = states;
        this.notes = notes;
        this.dismissals = dismissals;
        this.claims = claims;
        this.calls = calls;
        this.closeCall = closeCall;
        this.holdCall = holdCall;
        this.changes = changes;
    }

    /**
     * Dismisses the inquiry for the call reason and makes a lead of it, whose first note is the memo. Conflict where somebody
     * else has the inquiry, it is closed, or it has an open lead; Invalid names every wrong field. Then nothing was written.
     */
    @Transactional
    public Lead of(long tenant, long bookingId, Answer answer) {
        String memo = VisibleText.orNull(answer.memo);
        CreateLead.Checked checked = check(tenant, answer, bookingId, LeadPerson.UNKNOWN, new FieldErrors());
        Booking booking = dismissals.byUser(tenant, bookingId, answer.callReasonId, memo);
        return noted(tenant, create.ofBooking(tenant, checked, booking, LeadSource.Calls), memo);
    }

    /**
     * Closes the telephone call for the call reason and makes a lead of it, whose first note is the memo. Of who called a
     * number must be there. CALL_HELD and CALL_CLOSED where the caller does not have the call, or something came of it;
     * Invalid names every wrong field. Then nothing was written.
     */
    @Transactional
    public Lead ofCall(long tenant, long callId, Answer answer, LeadPerson person) {
        String memo = VisibleText.orNull(answer.memo);
        LeadPerson who = person.tidy();
        FieldErrors noted = new FieldErrors()
                .addIf(who.leadPhone() == null, "leadPhone", "Enter a number at which they can be reached.")
                .maxLength("leadPhone", who.leadPhone(), PhoneNumber.MAX)
                .maxLength("leadCustomerName", who.leadCustomerName(), Name.MAX);
        CreateLead.Checked checked = check(tenant, answer, null, who, noted);
        Call call = closeCall.asLead(tenant, calls.lock(tenant, callId), answer.callReasonId, memo);
        Lead lead = create.ofCall(tenant, credited(checked, call), call.id());
        return noted(tenant, lead, memo);
    }

    /** The dialed number tells for which business unit it is. */
    private static CreateLead.Checked credited(CreateLead.Checked checked, Call call) {
        return new CreateLead.Checked(
                RecordShape.with(
                        checked.draft(), "businessUnitId", call.handling().businessUnitId()),
                checked.customerId());
    }

    private CreateLead.Checked check(
            long tenant, Answer answer, @Nullable Long bookingId, LeadPerson person, FieldErrors noted) {
        noted.addIf(answer.callReasonId == null, "callReasonId", "Choose why it was not booked.")
                .addIf(answer.campaignId == null, "campaignId", "Choose a campaign.")
                .maxLength("memo", VisibleText.orNull(answer.memo), DismissingMemo.MAX)
                .throwIfAny();
        return create.check(
                tenant,
                new LeadDraft(
                        null,
                        null,
                        null,
                        null,
                        answer.campaignId,
                        null,
                        null,
                        answer.callReasonId,
                        answer.followUpDate,
                        null,
                        person,
                        List.of(),
                        bookingId,
                        null));
    }

    private Lead noted(long tenant, Lead lead, @Nullable String memo) {
        if (memo != null) {
            notes.insert(tenant, lead.id(), memo, false);
        }
        return lead;
    }

    /** The same as {@link #takeBack} of the lead of a telephone call. */
    @Transactional
    public void takeBackOfCall(long tenant, long callId) {
        Call call = calls.lock(tenant, callId);
        List<Long> open =
                store.lockOpenOfCall(tenant, callId).stream().map(Lead::id).toList();
        List<Long> gone = call.desk() == CallDesk.Lead ? states.takeBack(tenant, open) : List.of();
        if (gone.isEmpty()) {
            throw RefusalCode.CONFLICT.refuse("The lead was worked on meanwhile. Go on with the lead.");
        }
        holdCall.takeBack(tenant, call);
        gone.forEach(lead -> changes.record(EntityKind.LEAD, lead, Action.TAKEN_BACK, Diff.none()));
    }

    /**
     * Takes the lead of an inquiry back, as if it had never been, and brings the inquiry to the caller. Conflict where somebody
     * has done anything with the lead since.
     */
    @Transactional
    public Booking takeBack(long tenant, long bookingId) {
        Booking inquiry = claims.reopen(tenant, bookingId); // the inquiry is locked before its lead, here as everywhere
        Lead lead = store.lockOpenOfBooking(tenant, bookingId)
                .filter(open -> !states.takeBack(tenant, List.of(open.id())).isEmpty())
                .orElseThrow(() -> RefusalCode.CONFLICT.refuse(
                        "The lead was worked on meanwhile. Bring the inquiry back, or go on with the lead."));
        changes.record(EntityKind.LEAD, lead.id(), Action.TAKEN_BACK, Diff.none());
        return inquiry;
    }
}

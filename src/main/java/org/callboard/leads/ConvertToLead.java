package org.callboard.leads;

import java.time.Instant;
import java.util.List;
import org.callboard.addresses.Limits.DismissingMemo;
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
import org.callboard.mergedids.MergedIds;
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

    /**
     * Who is on the telephone, as far as that was typed.
     *
     * @param at whose on record the lead is to be, and where
     * @param summary what they want
     */
    public record Asking(
            LeadPerson person, MergedIds.Place at, @Nullable String summary) {

        /** Whether there is a way to call them again. */
        boolean leadsSomewhere() {
            return at.customerId() != null
                    || at.locationId() != null
                    || person.leadPhone() != null
                    || person.leadEmail() != null;
        }
    }

    private final CreateLead create;
    private final LeadStore store;
    private final LeadStateStore states;
    private final LeadNoteStore notes;
    private final DismissBooking dismissals;
    private final Claims claims;
    private final Calls calls;
    private final CloseCall closeCall;
    private final HoldCall holdCall;
    private final MergedIds merged;
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
            MergedIds merged,
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
        this.merged = merged;
        this.changes = changes;
    }

    /**
     * Dismisses the inquiry for the call reason and makes a lead of it, whose first note is the memo. Conflict where somebody
     * else has the inquiry, it is closed, or it has an open lead; Invalid names every wrong field. Then nothing was written.
     */
    @Transactional
    public Lead of(long tenant, long bookingId, Answer answer) {
        String memo = VisibleText.orNull(answer.memo);
        CreateLead.Checked checked = check(tenant, draft(answer, bookingId), memo, new FieldErrors());
        Booking booking = dismissals.byUser(tenant, bookingId, answer.callReasonId, memo);
        return noted(tenant, create.ofBooking(tenant, checked, booking, LeadSource.Calls), memo);
    }

    /**
     * Closes the telephone call for the call reason and makes a lead of it, whose first note is the memo. Of who called, a
     * customer, a number or an e-mail address must be there. CALL_HELD and CALL_CLOSED where the caller does not have the call, or something came of it;
     * Invalid names every wrong field. Then nothing was written.
     */
    @Transactional
    public Lead ofCall(long tenant, long callId, Answer answer, Asking asking) {
        String memo = VisibleText.orNull(answer.memo);
        // whoever merges customers locks them before calls
        Asking who = new Asking(asking.person.tidy(), merged.lockLive(tenant, asking.at), asking.summary);
        FieldErrors noted = new FieldErrors()
                .addIf(!who.leadsSomewhere(), "leadPhone", "Enter a number at which they can be reached.");
        LeadDraft draft = RecordShape.with(draft(answer, null), "person", who.person);
        draft = RecordShape.with(draft, "customerId", who.at.customerId());
        draft = RecordShape.with(draft, "locationId", who.at.locationId());
        draft = RecordShape.with(draft, "summary", VisibleText.orNull(who.summary));
        CreateLead.Checked checked = check(tenant, draft, memo, noted);
        Call call = closeCall.asLead(tenant, calls.lock(tenant, callId), answer.callReasonId, memo);
        Lead lead = create.ofCall(tenant, credited(checked, call), call.id());
        return noted(tenant, lead, memo);
    }

    /** Makes one more lead of a call of which a job or a lead came; CALL_CLOSED where nothing did. Refuses as {@link CreateLead}. */
    @Transactional
    public Lead anotherOfCall(long tenant, long callId, LeadDraft draft, FieldErrors noted) {
        CreateLead.Checked checked = create.check(tenant, draft, noted);
        Call call = closeCall.requireAnswered(calls.lock(tenant, callId));
        return create.ofCall(tenant, credited(checked, call), call.id());
    }

    /** The dialed number tells for which business unit it is, unless somebody chose one. */
    private static CreateLead.Checked credited(CreateLead.Checked checked, Call call) {
        if (checked.draft().businessUnitId() != null) {
            return checked;
        }
        return new CreateLead.Checked(
                RecordShape.with(
                        checked.draft(), "businessUnitId", call.handling().businessUnitId()),
                checked.customerId());
    }

    private CreateLead.Checked check(long tenant, LeadDraft draft, @Nullable String memo, FieldErrors noted) {
        noted.addIf(draft.callReasonId() == null, "callReasonId", "Choose why it was not booked.")
                .addIf(draft.campaignId() == null, "campaignId", "Choose a campaign.")
                .maxLength("memo", memo, DismissingMemo.MAX);
        return create.check(tenant, draft, noted);
    }

    private static LeadDraft draft(Answer answer, @Nullable Long bookingId) {
        return new LeadDraft(
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
                LeadPerson.UNKNOWN,
                List.of(),
                bookingId,
                null);
    }

    private Lead noted(long tenant, Lead lead, @Nullable String memo) {
        if (memo != null) {
            notes.insert(tenant, lead.id(), memo, false);
        }
        return lead;
    }

    /**
     * The same as {@link #takeBack} of the latest lead of a telephone call; the call is the caller's again unless another
     * lead came of it.
     */
    @Transactional
    public void takeBackOfCall(long tenant, long callId) {
        Call call = calls.lock(tenant, callId);
        List<Lead> open = call.desk() == CallDesk.Lead ? store.lockOpenOfCall(tenant, callId) : List.of();
        List<Long> gone = open.isEmpty()
                ? List.of()
                : states.takeBack(tenant, List.of(open.getLast().id()));
        if (gone.isEmpty()) {
            throw RefusalCode.CONFLICT.refuse("The lead was worked on meanwhile. Go on with the lead.");
        }
        if (store.of(tenant, "call_id", callId, 1).isEmpty()) {
            holdCall.takeBack(tenant, call);
        }
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

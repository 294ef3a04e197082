package org.callboard.leads;

import java.time.Instant;
import java.util.List;
import org.callboard.addresses.Limits.DismissingMemo;
import org.callboard.bookings.Booking;
import org.callboard.bookings.Claims;
import org.callboard.bookings.DismissBooking;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
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
    private final Changes changes;

    ConvertToLead(
            CreateLead create,
            LeadStore store,
            LeadStateStore states,
            LeadNoteStore notes,
            DismissBooking dismissals,
            Claims claims,
            Changes changes) {
        this.create = create;
        this.store = store;
        this.states = states;
        this.notes = notes;
        this.dismissals = dismissals;
        this.claims = claims;
        this.changes = changes;
    }

    /**
     * Dismisses the inquiry for the call reason and makes a lead of it, whose first note is the memo. Conflict where somebody
     * else has the inquiry, it is closed, or it has an open lead; Invalid names every wrong field. Then nothing was written.
     */
    @Transactional
    public Lead of(long tenant, long bookingId, Answer answer) {
        String memo = VisibleText.orNull(answer.memo);
        new FieldErrors()
                .addIf(answer.callReasonId == null, "callReasonId", "Choose why it was not booked.")
                .addIf(answer.campaignId == null, "campaignId", "Choose a campaign.")
                .maxLength("memo", memo, DismissingMemo.MAX)
                .throwIfAny();
        CreateLead.Checked checked = create.check(
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
                        LeadPerson.UNKNOWN,
                        List.of(),
                        bookingId,
                        null));
        Booking booking = dismissals.byUser(tenant, bookingId, answer.callReasonId, memo);
        Lead lead = create.ofBooking(tenant, checked, booking, LeadSource.Calls);
        if (memo != null) {
            notes.insert(tenant, lead.id(), memo, false);
        }
        return lead;
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

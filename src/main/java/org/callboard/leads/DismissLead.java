package org.callboard.leads;

import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.RefusalCode;
import org.callboard.settings.CallReasons;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a lead that will not become a job, and opens it again. */
@Service
public class DismissLead {

    private final Leads leads;
    private final LeadStore store;
    private final LeadStateStore states;
    private final CallReasons reasons;
    private final Changes changes;

    DismissLead(Leads leads, LeadStore store, LeadStateStore states, CallReasons reasons, Changes changes) {
        this.leads = leads;
        this.store = store;
        this.states = states;
        this.reasons = reasons;
        this.changes = changes;
    }

    /**
     * Dismisses a lead. Again is no error, since clients retry. LEAD_WON once it was won, LEAD_DISMISSED with the kept
     * {@code dismissingReasonId} where it was dismissed for another reason; Invalid for an unknown call reason, NotFound for an
     * unknown lead.
     */
    @Transactional
    public Lead dismiss(long tenant, long id, long reason) {
        Lead lead = leads.lock(tenant, id);
        if (reasons.find(tenant, reason).isEmpty()) {
            throw new Invalid("dismissingReasonId", "There is no call reason " + reason + ".");
        }
        if (lead.status() == LeadStatus.Converted) {
            throw Leads.closed(lead);
        }
        Long kept = lead.dismissingReasonId();
        if (kept != null && kept != reason) {
            throw RefusalCode.LEAD_DISMISSED
                    .refuse("Lead " + id + " was dismissed already, for the call reason " + kept + ".")
                    .with("status", lead.status().name())
                    .with("dismissingReasonId", kept);
        }
        Long user =
                Caller.current().kind() == Caller.Kind.user ? Caller.current().id() : null;
        if (states.dismiss(tenant, id, reason, user)) {
            changes.record(
                    EntityKind.LEAD,
                    id,
                    Action.DISMISSED,
                    Diff.none()
                            .field("status", lead.status(), LeadStatus.Dismissed)
                            .now("dismissingReasonId", reason));
        }
        return leads.get(tenant, id);
    }

    /** Opens a dismissed lead again. Conflict where it is not dismissed, or where its inquiry has an open lead by now. */
    @Transactional
    public Lead reopen(long tenant, long id) {
        Lead lead = leads.lock(tenant, id);
        Long booking = lead.details().bookingId();
        if (lead.status() == LeadStatus.Dismissed && booking != null) {
            store.lockOpenOfBooking(tenant, booking).ifPresent(other -> {
                throw CreateLead.hasOne(booking, other);
            });
        }
        if (!states.reopen(tenant, id)) {
            throw lead.open() ? RefusalCode.CONFLICT.refuse("Lead " + id + " is open already.") : Leads.closed(lead);
        }
        changes.record(
                EntityKind.LEAD,
                id,
                Action.REOPENED,
                Diff.none()
                        .field("status", lead.status(), LeadStatus.Open)
                        .field("dismissingReasonId", lead.dismissingReasonId(), null));
        return leads.get(tenant, id);
    }
}

package org.callboard.leads;

import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.jobs.JobDraft;
import org.callboard.jobs.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Books a job so that the lead which it comes of is won: a lead is won once, however many people click. */
@Service
public class BookForLead {

    private final Leads leads;
    private final LeadStore store;
    private final LeadStateStore states;
    private final Jobs jobs;
    private final Changes changes;

    BookForLead(Leads leads, LeadStore store, LeadStateStore states, Jobs jobs, Changes changes) {
        this.leads = leads;
        this.store = store;
        this.states = states;
        this.jobs = jobs;
        this.changes = changes;
    }

    /**
     * Books the job and gives its id. The lead that is named turns Converted, and so does the open lead of the job's
     * booking where it has one; they carry the job, its customer and its location from then on. NotFound for an unknown lead,
     * Conflict where it is not open any more; then nothing was booked. Customer and location must be held: they are locked
     * before the lead, as whoever merges them does.
     */
    @Transactional
    public long book(long tenant, JobDraft draft, @Nullable Long lead) {
        Lead named = lead == null ? null : leads.lockOpen(tenant, lead);
        long job = jobs.book(tenant, draft);
        if (named != null) {
            win(tenant, named, job, draft);
        }
        if (draft.bookingId() != null) {
            store.lockOpenOfBooking(tenant, draft.bookingId()).ifPresent(open -> win(tenant, open, job, draft));
        }
        return job;
    }

    private void win(long tenant, Lead lead, long job, JobDraft draft) {
        Long user =
                Caller.current().kind() == Caller.Kind.user ? Caller.current().id() : null;
        if (!states.win(tenant, lead.id(), job, draft.customerId(), draft.locationId(), user)) {
            throw new IllegalStateException("a locked lead changed");
        }
        changes.record(
                EntityKind.LEAD,
                lead.id(),
                Action.WON,
                Diff.none()
                        .field("status", lead.status(), LeadStatus.Converted)
                        .field("customerId", lead.details().customerId(), draft.customerId())
                        .field("locationId", lead.details().locationId(), draft.locationId())
                        .now("jobId", job));
    }
}

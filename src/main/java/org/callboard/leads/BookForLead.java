package org.callboard.leads;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.jobs.JobDraft;
import org.callboard.jobs.Jobs;
import org.callboard.mergedids.MergedIds;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books a job so that the lead which it comes of is won: a lead is won once, however many people click. It also takes that
 * back; the change log knows for whom each lead was before.
 */
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
     * Books the job and gives its id. The lead that is named turns Converted, and so do the open leads of the job's
     * booking or call where it has some; they carry the job, its customer and its location from then on. NotFound for an unknown lead,
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
        if (draft.callId() != null) {
            store.lockOpenOfCall(tenant, draft.callId()).stream()
                    .filter(open -> lead == null || open.id() != lead)
                    .forEach(open -> win(tenant, open, job, draft));
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

    /** The leads that a job won, each with whom it was for before; they may change meanwhile, but not that. */
    public Map<Long, MergedIds.Place> wonBy(long tenant, long job) {
        return store.of(tenant, "job_id", job, Leads.MAX).stream()
                .collect(Collectors.toMap(Lead::id, lead -> before(tenant, lead)));
    }

    private MergedIds.Place before(long tenant, Lead lead) {
        Changes.Change won = changes.of(tenant, EntityKind.LEAD, lead.id()).stream()
                .filter(change -> change.action() == Action.WON)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody noted that lead " + lead.id() + " was won"));
        return new MergedIds.Place(
                won.idBefore("customerId", lead.details().customerId()),
                won.idBefore("locationId", lead.details().locationId()));
    }

    /**
     * Opens the leads of a job again that was booked by mistake, each for whom it was; their customers and locations must be held. Conflict where the
     * inquiry of one has another open lead by now.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> reopenAll(long tenant, long job, Map<Long, MergedIds.Place> won) {
        List<Long> reopened = new ArrayList<>();
        for (Lead lead : store.lockOfJob(tenant, job)) {
            Long booking = lead.details().bookingId();
            if (booking != null) {
                store.lockOpenOfBooking(tenant, booking).ifPresent(other -> {
                    throw CreateLead.hasOne(booking, other);
                });
            }
            MergedIds.Place place = won.get(lead.id());
            if (place == null) {
                throw new IllegalStateException("lead " + lead.id() + " was won by a job that was booked already");
            }
            if (!states.unwin(tenant, lead.id(), job, place.customerId(), place.locationId())) {
                throw new IllegalStateException("a locked lead changed");
            }
            changes.record(
                    EntityKind.LEAD,
                    lead.id(),
                    Action.REOPENED,
                    Diff.none()
                            .field("status", lead.status(), LeadStatus.Open)
                            .field("customerId", lead.details().customerId(), place.customerId())
                            .field("locationId", lead.details().locationId(), place.locationId())
                            .field("jobId", job, null));
            reopened.add(lead.id());
        }
        return reopened;
    }
}

package org.callboard.jobs;

import java.util.Optional;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.mergedids.MergedIds;
import org.callboard.refusals.Refusal.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The jobs of a tenant. */
@Service
public class Jobs {

    private final JobStore store;
    private final MergedIds merged;
    private final Changes changes;

    Jobs(JobStore store, MergedIds merged, Changes changes) {
        this.store = store;
        this.merged = merged;
        this.changes = changes;
    }

    public Optional<Job> find(long tenant, long id) {
        return store.find(tenant, id);
    }

    /** One job; NotFound where there is none. */
    public Job get(long tenant, long id) {
        return find(tenant, id).orElseThrow(() -> new NotFound("Job", id));
    }

    /**
     * Books a job with its appointment and its invoice, which carries the same customer and location, and gives its id. A
     * booking becomes one job at most: the database refuses a second. RECORD_MERGED where customer or location was merged.
     */
    @Transactional
    public long book(long tenant, JobDraft draft) {
        merged.requireLive(tenant, draft.customerId(), draft.locationId());
        long id = store.insert(tenant, draft);
        store.insertAppointment(tenant, id, draft.start(), draft.end());
        store.insertInvoice(tenant, id, draft.customerId(), draft.locationId());
        changes.record(
                EntityKind.JOB,
                id,
                Action.BOOKED,
                Diff.none()
                        .now("customerId", draft.customerId())
                        .now("locationId", draft.locationId())
                        .now("bookingId", draft.bookingId())
                        .now("start", draft.start()));
        return id;
    }
}

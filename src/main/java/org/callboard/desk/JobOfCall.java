package org.callboard.desk;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.Calls;
import org.callboard.calls.CloseCall;
import org.callboard.calls.HoldCall;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.details.RecordKind;
import org.callboard.jobs.Job;
import org.callboard.jobs.Jobs;
import org.callboard.leads.Lead;
import org.callboard.leads.Leads;
import org.callboard.mergedids.MergedIds;
import org.callboard.mergedids.MergedIds.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the job that came of a call, and gives the call back where that job was booked by mistake. */
@Service
public class JobOfCall {

    private final JobOfCallStore store;
    private final Calls calls;
    private final HoldCall holds;
    private final CloseCall close;
    private final Leads leads;
    private final Jobs jobs;
    private final MergedIds merged;
    private final Changes changes;

    JobOfCall(
            JobOfCallStore store,
            Calls calls,
            HoldCall holds,
            CloseCall close,
            Leads leads,
            Jobs jobs,
            MergedIds merged,
            Changes changes) {
        this.store = store;
        this.calls = calls;
        this.holds = holds;
        this.close = close;
        this.leads = leads;
        this.jobs = jobs;
        this.merged = merged;
        this.changes = changes;
    }

    /** All jobs that came of a call and were not undone, as people number them, by their ids; the first one first. */
    public SortedMap<Long, String> all(long tenant, long call) {
        return store.numbers(tenant, call);
    }

    /** The latest job that came of a call and was not undone. */
    public Optional<Long> of(long tenant, long call) {
        return store.jobOf(tenant, call);
    }

    /** The call of which a job came, kept from change until the transaction ends; null where it came of none. */
    @Transactional(propagation = Propagation.MANDATORY)
    @Nullable
    Call lock(long tenant, long job) {
        return store.callOf(tenant, job).map(call -> calls.lock(tenant, call)).orElse(null);
    }

    /**
     * Whom the call of a job is about once that job is undone: as another job of it says, or else as it was before it was
     * booked, those who live on of them. Null where the job came of no call, and where the call is about somebody else by now.
     */
    @Nullable
    Place without(long tenant, Job job) {
        Call call = store.callOf(tenant, job.id())
                .map(id -> calls.get(tenant, id))
                .filter(found -> found.handling().about().equals(place(job)))
                .orElse(null);
        if (call == null) {
            return null;
        }
        Place before = store.otherJobOf(tenant, call.id(), job.id())
                .map(other -> place(jobs.get(tenant, other)))
                .orElseGet(() -> before(tenant, call));
        return new Place(
                survivor(RecordKind.Customer, tenant, before.customerId()),
                survivor(RecordKind.Location, tenant, before.locationId()));
    }

    private static Place place(Job job) {
        return new Place(job.customerId(), job.locationId());
    }

    private @Nullable Long survivor(RecordKind kind, long tenant, @Nullable Long id) {
        return id == null ? null : merged.survivor(kind, tenant, id).orElse(id);
    }

    /** Goes back in the log to the first of the jobs that were booked since somebody had the call. */
    private Place before(long tenant, Call call) {
        Place now = call.handling().about();
        Place before = now;
        for (Changes.Change change : changes.of(tenant, EntityKind.CALL, call.id())) {
            if (change.action() == Action.REOPENED) {
                break;
            }
            now = new Place(
                    change.idBefore("customerId", now.customerId()), change.idBefore("locationId", now.locationId()));
            before = change.action() == Action.BOOKED ? now : before;
        }
        return before;
    }

    /**
     * Gives the locked call of a job that is undone by now to the caller, unless something else came of it.
     *
     * @param about whom it is about then, who is held; null where that stays
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void takeBack(long tenant, Call call, @Nullable Place about) {
        Place place = about == null ? call.handling().about() : about;
        if (call.desk() == CallDesk.Booked) {
            if (of(tenant, call.id()).isPresent()) {
                holds.about(tenant, call, place);
                return;
            }
            List<Lead> left = leads.ofCall(tenant, call.id());
            if (left.isEmpty()) {
                holds.takeBack(tenant, call, place);
            } else {
                close.leadAfterAll(tenant, call, left.getFirst().details().callReasonId(), place);
            }
        }
    }
}

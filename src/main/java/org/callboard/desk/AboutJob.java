package org.callboard.desk;

import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.Calls;
import org.callboard.calls.CloseCall;
import org.callboard.database.Caller;
import org.callboard.jobs.Job;
import org.callboard.jobs.Jobs;
import org.callboard.mergedids.MergedIds;
import org.callboard.refusals.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends calls of customers who ask about a job that is booked already. Both act as the current caller, a user. */
@Service
public class AboutJob {

    private final Calls calls;
    private final Jobs jobs;
    private final MergedIds merged;
    private final CloseCall close;
    private final TransactionTemplate transaction;

    AboutJob(Calls calls, Jobs jobs, MergedIds merged, CloseCall close, TransactionTemplate transaction) {
        this.calls = calls;
        this.jobs = jobs;
        this.merged = merged;
        this.close = close;
        this.transaction = transaction;
    }

    /**
     * The call is dismissed for the reason that says so, which is no lead, and is tied to the job; it is brought back as after
     * any dismissal. NotFound where one of them is not there, CALL_HELD and CALL_CLOSED where the caller does not have the call
     * (any more).
     */
    @Transactional
    public Call end(long tenant, long call, long job) {
        Job about = jobs.get(tenant, job);
        // whoever merges customers locks them before calls
        MergedIds.Place place = merged.lockLive(tenant, new MergedIds.Place(about.customerId(), about.locationId()));
        return close.aboutJob(tenant, call, job, place);
    }

    /**
     * The same after something was done with the job, which holds whatever becomes of the call; whether it was ended. It has a
     * transaction of its own, which nobody else's may be around: a refusal takes that back.
     */
    @Transactional(propagation = Propagation.NEVER)
    public boolean endIfMine(long tenant, long call, long job) {
        try {
            Call seen = calls.get(tenant, call);
            if (seen.desk() != CallDesk.Open
                    || !seen.isClaimedBy(Caller.current().userId())) {
                return false;
            }
            transaction.executeWithoutResult(status -> end(tenant, call, job));
            return true;
        } catch (Refusal e) { // there is no such call, or somebody else was faster
            return false;
        }
    }
}

package org.callboard.desk;

import java.util.Optional;
import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.Calls;
import org.callboard.calls.HoldCall;
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

    JobOfCall(JobOfCallStore store, Calls calls, HoldCall holds) {
        this.store = store;
        this.calls = calls;
        this.holds = holds;
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

    /** Gives the locked call of a job that is undone by now to the caller, unless another job came of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void takeBack(long tenant, Call call) {
        if (call.desk() == CallDesk.Booked && of(tenant, call.id()).isEmpty()) {
            holds.takeBack(tenant, call);
        }
    }
}

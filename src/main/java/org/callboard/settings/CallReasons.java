package org.callboard.settings;

import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The call reasons of a tenant. */
@Service
public class CallReasons extends Settings<CallReason, CallReason.Details> {

    private static final String EXISTING_JOB = "Existing job";

    CallReasons(CallReasonStore store, Changes changes) {
        super(store, changes, EntityKind.CALL_REASON);
    }

    /** The reason of calls about a job that is booked already, which is no lead; it is added where there is none of the name. */
    @Transactional
    public CallReason existingJob(long tenant) {
        return all(tenant).stream()
                .filter(reason -> reason.details().name().equalsIgnoreCase(EXISTING_JOB))
                .findFirst()
                .orElseGet(() -> add(tenant, new CallReason.Details(EXISTING_JOB, false)));
    }
}

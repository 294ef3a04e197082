package org.callboard.jobreasons;

import java.util.List;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.settings.Settings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reasons for which a company cancels jobs. */
@Service
public class JobCancelReasons extends Settings<JobCancelReason, ReasonName> {

    private static final List<String> STARTERS = List.of(
            "Customer changed their mind",
            "Customer chose another company",
            "Price",
            "Problem went away",
            "Customer could not be reached",
            "Nobody at home",
            "Weather",
            "Work we do not do",
            "Duplicate");

    private final JobCancelReasonStore store;

    JobCancelReasons(JobCancelReasonStore store, Changes changes) {
        super(store, changes, EntityKind.JOB_CANCEL_REASON);
        this.store = store;
    }

    /** What can be chosen, by name. */
    public List<JobCancelReason> choices(long tenant) {
        return all(tenant).stream().filter(JobCancelReason::chosen).toList();
    }

    /** What a new company begins with. */
    @Transactional
    public void addStarters(long tenant) {
        STARTERS.forEach(name -> add(tenant, new ReasonName(name)));
        bookedByMistake(tenant);
    }

    /**
     * The reason that the undo of a booking gives, whatever the company calls it; it is added where there is none yet. Of
     * many that ask at once one adds it.
     */
    @Transactional
    public JobCancelReason bookedByMistake(long tenant) {
        return store.bookedByMistake(tenant).orElseGet(() -> {
            store.addBookedByMistake(tenant);
            return store.bookedByMistake(tenant).orElseThrow();
        });
    }
}

package org.callboard.jobreasons;

import java.util.List;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.settings.Setting;
import org.callboard.settings.Settings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reasons for which a company puts appointments on hold. */
@Service
public class JobHoldReasons extends Settings<JobHoldReason, ReasonName> {

    private static final List<String> STARTERS = List.of(
            "Waiting for parts",
            "Waiting for the customer",
            "Waiting for approval or a permit",
            "Weather",
            "Technician not available");

    JobHoldReasons(JobHoldReasonStore store, Changes changes) {
        super(store, changes, EntityKind.JOB_HOLD_REASON);
    }

    /** What can be chosen, by name. */
    public List<JobHoldReason> choices(long tenant) {
        return all(tenant).stream().filter(Setting::active).toList();
    }

    /** What a new company begins with. */
    @Transactional
    public void addStarters(long tenant) {
        STARTERS.forEach(name -> add(tenant, new ReasonName(name)));
    }
}

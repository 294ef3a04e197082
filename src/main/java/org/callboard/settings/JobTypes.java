package org.callboard.settings;

import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.validation.FieldErrors;
import org.springframework.stereotype.Service;

/** The job types of a tenant, each with the business units that do it; without any it goes with all of them. */
@Service
public class JobTypes extends Settings<JobType, JobType.Details> {

    private static final Set<String> PRIORITIES = Set.of("Low", "Normal", "High", "Urgent");
    private static final int MIN_MINUTES = 15;
    private static final int MAX_MINUTES = 14 * 24 * 60;

    private final BusinessUnits units;

    JobTypes(JobTypeStore store, BusinessUnits units, Changes changes) {
        super(store, changes, EntityKind.JOB_TYPE);
        this.units = units;
    }

    @Override
    protected void check(long tenant, JobType.Details details, FieldErrors errors) {
        Integer minutes = details.minutes();
        errors.addIf(
                minutes != null && (minutes < MIN_MINUTES || minutes > MAX_MINUTES),
                "minutes",
                "Between 15 minutes and 14 days (20160 minutes) are allowed.");
        errors.addIf(!PRIORITIES.contains(details.priority()), "priority", "Choose one from the list.");
        Set<Long> known = units.all(tenant).stream().map(BusinessUnit::id).collect(Collectors.toSet());
        for (int i = 0; i < details.businessUnitIds().size(); i++) {
            errors.addIf(
                    !known.contains(details.businessUnitIds().get(i)),
                    "businessUnitIds[" + i + "]",
                    "There is no business unit with this id.");
        }
    }
}

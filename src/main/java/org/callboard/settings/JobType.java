package org.callboard.settings;

import java.time.Instant;
import java.util.List;
import org.callboard.validation.VisibleText;

/** A kind of work that can be booked. */
public record JobType(long id, Details details, boolean active, Instant createdOn, Instant modifiedOn)
        implements Setting<JobType.Details> {

    /** @param businessUnitIds the business units that do it, ascending where they were stored; empty where all do */
    public record Details(String name, List<Long> businessUnitIds) implements Named {
        public Details {
            name = VisibleText.strip(name);
        }
    }

    /** Whether a job of this type may be booked for a business unit. */
    public boolean goesWith(long businessUnitId) {
        return details.businessUnitIds.isEmpty() || details.businessUnitIds.contains(businessUnitId);
    }
}

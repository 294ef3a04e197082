package org.callboard.settings;

import java.time.Instant;
import java.util.List;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * A kind of work that can be booked.
 *
 * @param customFieldTypeIds the fields of its jobs that are asked for when one is booked, in this order
 */
public record JobType(
        long id, Details details, boolean active, List<Long> customFieldTypeIds, Instant createdOn, Instant modifiedOn)
        implements Setting<JobType.Details> {

    /**
     * @param businessUnitIds the business units that do it, ascending where they were stored; empty where all do
     * @param minutes how long a visit takes; null where that differs
     * @param priority what a job has to begin with, in the words that jobs have for it
     */
    public record Details(
            String name,
            List<Long> businessUnitIds,
            @Nullable Integer minutes,
            String priority) implements Named {

        private static final String USUAL = "Normal";

        public Details {
            name = VisibleText.strip(name);
            priority = VisibleText.in(priority) ? priority : USUAL;
        }

        /** One that takes now so long, now so, and is nothing urgent. */
        public Details(String name, List<Long> businessUnitIds) {
            this(name, businessUnitIds, null, USUAL);
        }
    }

    /** Whether a job of this type may be booked for a business unit. */
    public boolean goesWith(long businessUnitId) {
        return details.businessUnitIds.isEmpty() || details.businessUnitIds.contains(businessUnitId);
    }
}

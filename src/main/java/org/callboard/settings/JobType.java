package org.callboard.settings;

import java.time.Instant;
import java.util.List;

/**
 * A kind of work that can be booked.
 *
 * @param businessUnitIds the business units that do it, ascending; empty where all do
 */
public record JobType(
        long id, String name, List<Long> businessUnitIds, boolean active, Instant createdOn, Instant modifiedOn) {

    /** Whether a job of this type may be booked for a business unit. */
    public boolean goesWith(long businessUnitId) {
        return businessUnitIds.isEmpty() || businessUnitIds.contains(businessUnitId);
    }
}

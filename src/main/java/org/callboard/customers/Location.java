package org.callboard.customers;

import java.time.Instant;
import java.util.Optional;
import org.callboard.addresschecks.LocationChecks.Place;
import org.callboard.details.CustomData;
import org.callboard.details.DetailOwner;
import org.jspecify.annotations.Nullable;

/** Where the work is done. It belongs to exactly one customer. */
public record Location(
        long id,
        long customerId,
        boolean active,
        LocationDetails details,
        boolean taxExempt,
        @Nullable Long zoneId,
        @Nullable Long mergedToId,
        @Nullable Long preferredTechnicianId,
        CustomData customData,
        int version,
        Instant createdOn,
        long createdById,
        Instant modifiedOn)
        implements DetailOwner {

    /** Where it is, to check it. */
    public Place place() {
        return new Place(id, details.address(), details.coordinates());
    }

    @Override
    public Optional<Long> owningCustomer() {
        return Optional.of(customerId);
    }
}

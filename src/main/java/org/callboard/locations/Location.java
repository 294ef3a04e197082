package org.callboard.locations;

import java.time.Instant;
import org.callboard.addresses.Address;

/** Where the work is done. It belongs to exactly one customer. */
public record Location(
        long id,
        long customerId,
        boolean active,
        String name,
        Address address,
        Instant createdOn,
        long createdById,
        Instant modifiedOn) {}

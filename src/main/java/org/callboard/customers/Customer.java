package org.callboard.customers;

import java.time.Instant;
import org.callboard.addresses.Address;

/** Who pays. The address is the billing address. */
public record Customer(
        long id,
        boolean active,
        String name,
        CustomerType type,
        Address address,
        boolean doNotMail,
        boolean doNotService,
        Instant createdOn,
        long createdById,
        Instant modifiedOn) {}

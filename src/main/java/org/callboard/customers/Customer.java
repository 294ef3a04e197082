package org.callboard.customers;

import java.math.BigDecimal;
import java.time.Instant;
import org.callboard.details.CustomData;
import org.callboard.details.DetailOwner;
import org.jspecify.annotations.Nullable;

/** Who pays. An inactive one is usually the rest of a merge. */
public record Customer(
        long id,
        boolean active,
        CustomerDetails details,
        BigDecimal balance,
        @Nullable Long mergedToId,
        CustomData customData,
        int version,
        Instant createdOn,
        long createdById,
        Instant modifiedOn)
        implements DetailOwner {}

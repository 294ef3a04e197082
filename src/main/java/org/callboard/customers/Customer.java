package org.callboard.customers;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.callboard.details.CustomData;
import org.callboard.details.DetailOwner;
import org.callboard.http.EntityTag;
import org.jspecify.annotations.Nullable;

/**
 * Who pays. An inactive one is usually the rest of a merge.
 *
 * @param version grows with every change of what is shown of it
 */
public record Customer(
        long id,
        boolean active,
        CustomerDetails details,
        BigDecimal balance,
        @Nullable Long mergedToId,
        CustomData attached,
        int version,
        Instant createdOn,
        long createdById,
        Instant modifiedOn)
        implements DetailOwner {

    /** The tag of this state. */
    public EntityTag tag() {
        return attached.tag(version);
    }

    @Override
    public Optional<Long> owningCustomer() {
        return Optional.empty();
    }
}

package org.callboard.settings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person who does the work at the customer's. */
public record Technician(
        long id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Long businessUnitId,
        boolean active,
        Instant createdOn,
        Instant modifiedOn) {}

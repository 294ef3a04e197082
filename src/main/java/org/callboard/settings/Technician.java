package org.callboard.settings;

import java.time.Instant;
import org.callboard.platform.Reach;
import org.jspecify.annotations.Nullable;

/** A person who does the work at the customer's. */
public record Technician(long id, Details details, boolean active, Instant createdOn, Instant modifiedOn)
        implements Setting<Technician.Details> {

    public record Details(
            String name,
            @Nullable String email,
            @Nullable String phoneNumber,
            @Nullable Long businessUnitId) implements Named {
        public Details {
            name = name.strip();
            email = Reach.textOrNull(email);
            phoneNumber = Reach.textOrNull(phoneNumber);
        }
    }
}

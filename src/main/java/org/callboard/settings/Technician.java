package org.callboard.settings;

import java.time.Instant;
import org.callboard.validation.VisibleText;
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
            name = VisibleText.strip(name);
            email = VisibleText.orNull(email);
            phoneNumber = VisibleText.orNull(phoneNumber);
        }
    }
}

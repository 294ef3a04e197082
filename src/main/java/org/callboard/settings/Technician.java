package org.callboard.settings;

import java.time.Instant;
import org.callboard.validation.ContactDetails;
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
            email = ContactDetails.textOrNull(email);
            phoneNumber = ContactDetails.textOrNull(phoneNumber);
        }
    }
}

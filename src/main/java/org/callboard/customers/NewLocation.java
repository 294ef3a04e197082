package org.callboard.customers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.callboard.addresses.ContactDraft;
import org.callboard.details.CustomDataRequests.AttachedDraft;

/** A location that is to be created, with all that comes with it. */
public record NewLocation(
        @Valid LocationDetails details,
        @Valid AttachedDraft attached,
        @Size(max = 50) List<@Valid ContactDraft> contacts) {}

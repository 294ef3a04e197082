package org.callboard.contacts;

import java.time.Instant;
import java.util.UUID;
import org.callboard.addresses.ContactDraft;
import org.jspecify.annotations.Nullable;

/**
 * A phone number, fax number or e-mail address of a person.
 *
 * @param referenceId what it is called in the client's own system
 */
record ContactMethod(
        UUID id,
        UUID contactId,
        @Nullable String referenceId,
        ContactDraft entry,
        Instant createdOn,
        long createdBy,
        Instant modifiedOn,
        long modifiedBy) {}

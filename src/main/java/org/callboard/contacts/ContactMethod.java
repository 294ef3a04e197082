package org.callboard.contacts;

import java.time.Instant;
import java.util.UUID;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.http.EntityTag;
import org.jspecify.annotations.Nullable;

/**
 * A phone number, fax number or e-mail address of a person.
 *
 * @param number what its contact points know it by
 * @param referenceId what it is called in the client's own system
 * @param version grows with every change of what is shown of it
 */
record ContactMethod(
        UUID id,
        long number,
        UUID contactId,
        @Nullable String referenceId,
        ContactDraft entry,
        int version,
        Instant createdOn,
        long createdBy,
        Instant modifiedOn,
        long modifiedBy) {

    /** The tag of this state. */
    EntityTag tag() {
        return EntityTag.of(version);
    }
}

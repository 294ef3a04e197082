package org.callboard.contacts;

import java.time.Instant;
import java.util.UUID;
import org.callboard.http.EntityTag;
import org.jspecify.annotations.Nullable;

/**
 * A person.
 *
 * @param number what the change log knows the person by, since its records have numbers
 * @param version grows with every change of what is shown of the person
 * @param createdBy the employee, or 0 for a program
 */
record Contact(
        UUID id,
        long number,
        Details details,
        int version,
        Instant createdOn,
        long createdBy,
        Instant modifiedOn,
        long modifiedBy) {

    /** What clients say of a person; {@code referenceId} is what the person is called in the client's own system. */
    record Details(
            @Nullable String name,
            @Nullable String title,
            @Nullable String referenceId,
            boolean isArchived) {

        static final Details NONE = new Details(null, null, null, false);
    }

    /** The tag of this state. */
    EntityTag tag() {
        return EntityTag.of(version);
    }
}

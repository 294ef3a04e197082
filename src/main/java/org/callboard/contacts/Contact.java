package org.callboard.contacts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person.
 *
 * @param number what the change log knows the person by, since its records have numbers
 * @param createdBy the employee, or 0 for a program
 */
record Contact(
        UUID id, long number, Details details, Instant createdOn, long createdBy, Instant modifiedOn, long modifiedBy) {

    /** What clients say of a person; {@code referenceId} is what the person is called in the client's own system. */
    record Details(
            @Nullable String name,
            @Nullable String title,
            @Nullable String referenceId,
            boolean archived) {}
}

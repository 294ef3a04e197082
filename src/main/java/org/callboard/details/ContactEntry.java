package org.callboard.details;

import java.time.Instant;
import org.callboard.http.EntityTag;

/** A phone number or e-mail address of a customer or of a location, which is its owner. */
public record ContactEntry(
        long id,
        long ownerId,
        ContactContent content,
        int version,
        Instant createdOn,
        Instant modifiedOn,
        boolean active) {

    /** The tag of this state. */
    public EntityTag tag() {
        return EntityTag.of(version);
    }
}

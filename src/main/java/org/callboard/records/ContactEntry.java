package org.callboard.records;

import java.time.Instant;
import org.callboard.addresses.ContactType;
import org.callboard.platform.EntityTag;
import org.jspecify.annotations.Nullable;

/** A phone number or e-mail address of a customer or of a location, which is its owner. */
public record ContactEntry(
        long id,
        long ownerId,
        ContactType type,
        String value,
        @Nullable String memo,
        boolean doNotText,
        ContactPreferences preferences,
        int version,
        Instant createdOn,
        Instant modifiedOn,
        boolean active) {

    /** The tag of this state. */
    public EntityTag tag() {
        return EntityTag.of(version);
    }
}

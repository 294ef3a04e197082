package org.callboard.locations;

import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.addresses.ContactDraft;
import org.callboard.addresses.Coordinates;
import org.callboard.records.AttachedRequests.AttachedDraft;
import org.jspecify.annotations.Nullable;

/** A location that is to be created, with all that comes with it. */
public record NewLocation(
        String name,
        Address address,
        @Nullable Coordinates coordinates,
        @Nullable CoordinatesSource source,
        @Nullable VerificationStatus status,
        AttachedDraft attached,
        List<ContactDraft> contacts) {

    /** Where coordinates come from. The constants are the wire's own words. */
    enum CoordinatesSource {
        None,
        System,
        User,
        Imported
    }

    /** How far coordinates were checked. The constants are the wire's own words. */
    enum VerificationStatus {
        Unverified,
        InProgress,
        Failed,
        Verified
    }
}

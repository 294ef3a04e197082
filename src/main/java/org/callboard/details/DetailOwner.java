package org.callboard.details;

import java.util.Optional;
import org.callboard.http.EntityTag;
import org.jspecify.annotations.Nullable;

/** A customer or a location, as far as what hangs on it needs it. */
public interface DetailOwner {

    long id();

    boolean active();

    /** The record that it was merged into; null for others. */
    @Nullable
    Long mergedToId();

    CustomData customData();

    /** Grows with every change of what is shown of it. */
    int version();

    /** The tag of this state. */
    default EntityTag tag() {
        return customData().tag(version());
    }

    /** The customer of a location, which gets copies of what is added to it; empty for a customer. */
    default Optional<Long> owningCustomer() {
        return Optional.empty();
    }
}

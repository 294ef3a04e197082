package org.callboard.details;

import java.util.Optional;

/** A customer or a location, as far as what hangs on it needs it. */
public interface DetailOwner {

    long id();

    boolean active();

    CustomData attached();

    /** The customer of a location, which gets copies of what is added to it; empty for a customer. */
    Optional<Long> owningCustomer();
}

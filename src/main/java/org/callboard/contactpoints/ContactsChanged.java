package org.callboard.contactpoints;

import java.util.Set;

/** What some records are reached by has changed; published in the transaction of the change. */
public record ContactsChanged(ContactOwner kind, long tenant, Set<Long> owners) {}

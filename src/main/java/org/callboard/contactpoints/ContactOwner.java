package org.callboard.contactpoints;

/** The kinds of records that somebody is reached by; the constants are the words of {@code contact_point.owner_kind}. */
public enum ContactOwner {
    customer,
    location,
    booking,
    lead,
    /** A person with a guid, who is known here by a number. */
    contact
}

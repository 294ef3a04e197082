package org.callboard.sheets;

/** What the rows of a list become. */
public enum ImportKind {
    Leads,
    /** Each with its locations. */
    Customers,
    /** Of customers that are there. */
    Locations
}

package org.callboard.importrows;

/** What the rows of a list become. */
public enum ImportKind {
    Leads,
    /** Each with one location, at the same address. */
    Customers
}

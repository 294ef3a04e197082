package org.callboard.geography;

/** What an address is for. The constants are the wire's own words. */
public enum Purpose {
    /** Somebody goes there, so a post office box is none. */
    Location,

    /** Mail goes there. */
    Billing
}

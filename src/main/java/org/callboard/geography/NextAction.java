package org.callboard.geography;

/** What to do with an address that was checked. The constants are the wire's own words. */
public enum NextAction {
    /** Nothing speaks against it. */
    Accept,

    /** Somebody should look at it; it may well be right. */
    Confirm,

    /** It can't be right, or there is no way to find it. */
    Fix;

    NextAction and(NextAction other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

package org.callboard.calls;

/** Who called whom; the constants are the wire's own words. */
public enum CallDirection {
    /** Somebody called the company. */
    Inbound,
    /** The company called somebody. */
    Outbound
}

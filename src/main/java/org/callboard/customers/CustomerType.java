package org.callboard.customers;

/** The constants are the wire's own words. */
public enum CustomerType {
    Residential,
    Commercial
}

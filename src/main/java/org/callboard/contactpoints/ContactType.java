package org.callboard.contactpoints;

/** The kinds of contact entries; the constants are the wire's own words. Phone means a landline. */
public enum ContactType {
    Phone,
    Email,
    Fax,
    MobilePhone
}

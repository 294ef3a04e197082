package org.callboard.jobs;

/** The constants are the wire's own words. */
public enum Priority {
    Low,
    Normal,
    High,
    Urgent
}

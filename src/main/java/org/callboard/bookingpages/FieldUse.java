package org.callboard.bookingpages;

/** Whether a page asks something, and whether it insists. */
public enum FieldUse {
    hidden,
    optional,
    required;

    public boolean shown() {
        return this != hidden;
    }
}

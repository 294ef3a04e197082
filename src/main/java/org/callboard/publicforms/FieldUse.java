package org.callboard.publicforms;

/** Whether a form asks something, and whether it insists. */
public enum FieldUse {
    hidden,
    optional,
    required;

    public boolean shown() {
        return this != hidden;
    }
}

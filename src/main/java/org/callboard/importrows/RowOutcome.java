package org.callboard.importrows;

/** What a row would become. */
public enum RowOutcome {
    New,
    /** Its person is a customer already. */
    Match,
    /** An earlier row of the list is the same. */
    Twice,
    Wrong
}

package org.callboard.validation;

/** Query parameters of which one needs another; what is wrong is named together with every other wrong parameter. */
public interface CheckedQuery {

    /** Notes each parameter that is missing or too much beside the others. */
    void check(FieldErrors errors);
}

package org.callboard.settings;

/** One thing that a company sets up. What is not active stays where it is used and is not chosen any more. */
public interface Setting<D extends Record & Setting.Named> {

    /** What its form says, by the names of the fields. */
    interface Named {
        String name();
    }

    long id();

    D details();

    boolean active();

    default String name() {
        return details().name();
    }
}

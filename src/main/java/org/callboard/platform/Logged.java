package org.callboard.platform;

/** A value that the change log keeps in words of its own: those of {@code toString()} are for pages and leave things out. */
public interface Logged {

    /** The value with all its parts. */
    String logged();
}

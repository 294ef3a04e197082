package org.callboard.understanding;

/** The rules by which names, numbers, e-mail addresses and postal addresses are understood. */
public final class Understanding {

    /**
     * Raised by whoever changes a rule: what is on record is then read again by the new one, company by company, while
     * Callboard runs. A test compares many inputs with what they gave before and fails where that was forgotten.
     */
    public static final int VERSION = 2;

    private Understanding() {}
}

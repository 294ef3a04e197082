package org.callboard.mail;

import java.util.function.BooleanSupplier;

/** The way that text messages take. */
interface TextMessages {

    /** Whether there is a way at all. */
    boolean isOn();

    /**
     * Passes a text on.
     *
     * @param last called before it leaves; where it says false, it does not leave
     */
    Outcome send(Message message, BooleanSupplier last);
}

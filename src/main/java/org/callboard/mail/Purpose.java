package org.callboard.mail;

import java.util.Locale;
import org.callboard.changes.Action;

/** What a message is for: a noun for people. The history of the record that it is about speaks of it so. */
public enum Purpose {
    CONFIRMATION,
    TEXT_CONFIRMATION,
    PASSWORD_LINK,
    APPOINTMENT_CONFIRMATION,
    APPOINTMENT_CHANGE,
    APPOINTMENT_CANCELLATION,
    NOTICE,
    TEST;

    /** What is stored and shown, such as {@code text confirmation}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What the history of the record that it is about says where there is nowhere to send it. */
    public Action notSent() {
        return Event.NOT_SENT.of(this);
    }

    static Purpose of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}

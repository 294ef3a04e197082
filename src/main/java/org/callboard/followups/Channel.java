package org.callboard.followups;

/** How somebody was reached for. */
public enum Channel {
    Call,
    Text,
    Email,
    Visit;

    /** The word on the screen. */
    public String label() {
        return this == Email ? "E-mail" : name();
    }
}

package org.callboard.phonelines;

/** Who is at the other end of a call, as far as the company's own telephones and rules tell. */
public enum Party {
    /** One of the company's own numbers. */
    Ours,
    /** Somebody of the company, by a telephone on record or by an extension. */
    Colleague,
    /** A number that somebody blocked. */
    Blocked,
    /** Anybody else, with a number or without. */
    Somebody;

    /** Whether the call is one within the company. */
    public boolean isInternal() {
        return this == Ours || this == Colleague;
    }
}

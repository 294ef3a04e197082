package org.callboard.addresses;

/** What two postal addresses have in common. */
public enum Likeness {
    /** One place, however it is written. */
    Same,

    /** Perhaps one place: what would tell them apart, such as the kind of street, is said in one alone. */
    Possible,

    Different;

    Likeness and(Likeness other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The one of two that says more. */
    public Likeness nearer(Likeness other) {
        return compareTo(other) <= 0 ? this : other;
    }
}

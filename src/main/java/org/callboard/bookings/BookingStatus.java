package org.callboard.bookings;

/** The constants are the wire's own words. */
public enum BookingStatus {
    /** Waits on the Calls screen. */
    New,
    /** Somebody in the office has it. */
    Accepted,
    /** It became a job. */
    Converted,
    /** It will not become one. */
    Dismissed;

    /** Whether it still waits for somebody to book or dismiss it. */
    public boolean open() {
        return this == New || this == Accepted;
    }
}

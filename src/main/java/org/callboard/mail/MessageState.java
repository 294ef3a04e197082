package org.callboard.mail;

/** How far a message is. Queued and Sending go on by themselves; the others stay until a person decides. */
public enum MessageState {
    /** Waits for its next attempt. */
    Queued,
    /** Its end is being handed over at this moment, or the program died doing it. */
    Sending,
    /** The other side has taken it. */
    Sent,
    /** Nothing is set up that could send it; it can be read in the outbox. */
    Kept,
    /** Refused for good, or for too long. */
    Failed,
    /** It was handed over and no answer came: it may have arrived. Never sent again by itself. */
    Unknown,
    /** The person wants no such messages. */
    Suppressed,
    /** Taken back before it left: what it said is not so any more. */
    Withdrawn;

    /** Whether whom it is for has it, or may have it. */
    public boolean mayHaveArrived() {
        return this == Sending || this == Sent || this == Kept || this == Unknown;
    }

    /** Whether a person may have it sent again. */
    public boolean repeatable() {
        return this == Failed || this == Unknown;
    }
}

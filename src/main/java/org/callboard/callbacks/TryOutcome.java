package org.callboard.callbacks;

/** How a try to call somebody back ended; the constants are the stored words. */
public enum TryOutcome {
    NoAnswer,
    LeftVoicemail,
    Busy,
    Reached
}

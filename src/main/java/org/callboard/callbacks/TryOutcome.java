package org.callboard.callbacks;

/** How a try to call somebody back ended; the constants are the stored words. */
public enum TryOutcome {
    NoAnswer("No answer"),
    LeftVoicemail("Left voicemail"),
    Busy("Busy"),
    Reached("Reached");

    private final String label;

    TryOutcome(String label) {
        this.label = label;
    }

    /** The words on the screen. */
    public String label() {
        return label;
    }
}

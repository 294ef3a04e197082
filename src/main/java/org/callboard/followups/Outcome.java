package org.callboard.followups;

/** What came of a follow-up. */
public enum Outcome {
    Reached("Reached"),
    LeftVoicemail("Left voicemail"),
    NoAnswer("No answer"),
    Busy("Busy"),
    WrongNumber("Wrong number"),
    /** A text or e-mail, whose answer is not there yet. */
    Sent("Sent");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /** The words on the screen. */
    public String label() {
        return label;
    }
}

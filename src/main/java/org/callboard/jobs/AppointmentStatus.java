package org.callboard.jobs;

/** How far an appointment is. The constants are the wire's own words. */
public enum AppointmentStatus {
    Scheduled("Scheduled"),
    Dispatched("Dispatched"),
    Working("Working"),
    Hold("On hold"),
    Done("Done"),
    Canceled("Canceled");

    private final String words;

    AppointmentStatus(String words) {
        this.words = words;
    }

    /** As people read it. */
    public String words() {
        return words;
    }
}

package org.callboard.leads;

/** Where a lead came from; on the wire it is the {@code captureSource}. */
public enum LeadSource {
    /** An inquiry in writing that was on the Calls screen and not booked. */
    Calls("Calls screen"),
    /** A telephone call that was not booked. */
    Call("Telephone call"),
    /** An inquiry that a program made a lead of. */
    Booking("Booking"),
    /** A program, without an inquiry. */
    Api("API"),
    /** A form that somebody filled in. */
    Form("Form"),
    /** Somebody in the office. */
    Hand("By hand"),
    /** A list of people to call. */
    List("List");

    private final String label;

    LeadSource(String label) {
        this.label = label;
    }

    /** The words on the screen. */
    public String label() {
        return label;
    }
}

package org.callboard.leads;

/** The constants are the wire's own words. */
public enum LeadStatus {
    /** Somebody may still book. */
    Open,
    /** It will not become a job; there is a reason. */
    Dismissed,
    /** It became a job. People say Won. */
    Converted;

    /** The word on the screen. */
    public String label() {
        return this == Converted ? "Won" : name();
    }
}

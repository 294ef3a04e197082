package org.callboard.jobs;

import java.util.Collection;

/** What is to be said of a job as a whole. The constants are the wire's own words. */
public enum JobStatus {
    Scheduled("Scheduled"),
    Dispatched("Dispatched"),
    InProgress("In progress"),
    Hold("On hold"),
    Completed("Completed"),
    Canceled("Canceled");

    private final String words;

    JobStatus(String words) {
        this.words = words;
    }

    /** As people read it. */
    public String words() {
        return words;
    }

    /**
     * What follows from a job's appointments, as long as the job is not canceled: the one rule. Those that were removed say
     * nothing.
     */
    public static JobStatus of(Collection<AppointmentStatus> live) {
        if (live.contains(AppointmentStatus.Working)) {
            return InProgress;
        }
        if (live.contains(AppointmentStatus.Dispatched)) {
            return Dispatched;
        }
        if (live.contains(AppointmentStatus.Scheduled)) {
            return Scheduled;
        }
        if (live.contains(AppointmentStatus.Hold)) {
            return Hold;
        }
        return live.contains(AppointmentStatus.Done) ? Completed : Scheduled;
    }
}

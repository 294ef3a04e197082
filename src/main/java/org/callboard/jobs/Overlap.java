package org.callboard.jobs;

import java.time.Instant;

/** That a technician is somewhere else at a time: the appointment that has them. */
public record Overlap(
        long technicianId,
        String technicianName,
        long appointmentId,
        long jobId,
        String appointmentNumber,
        Instant startOn,
        Instant endOn) {}

package org.callboard.jobs;

import java.time.Instant;

/**
 * That a technician comes to an appointment.
 *
 * @param status as far as the appointment is, while they are assigned
 * @param active false where they were taken off it
 */
public record Assignment(
        long id,
        long appointmentId,
        long jobId,
        long technicianId,
        String technicianName,
        AppointmentStatus status,
        boolean active,
        long assignedById,
        Instant assignedOn,
        Instant modifiedOn) {}

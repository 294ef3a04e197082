package org.callboard.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Booked work for a customer at a location. Its number is its id. */
public record Job(
        long id,
        long customerId,
        long locationId,
        String status,
        @Nullable Instant completedOn,
        long businessUnitId,
        long jobTypeId,
        long campaignId,
        Priority priority,
        @Nullable String summary,
        @Nullable Long bookingId,
        long appointmentCount,
        long firstAppointmentId,
        long lastAppointmentId,
        Instant createdOn,
        long createdById,
        Instant modifiedOn) {}

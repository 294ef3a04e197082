package org.callboard.jobs;

import java.time.Instant;
import org.callboard.details.CustomData;
import org.callboard.http.EntityTag;
import org.jspecify.annotations.Nullable;

/**
 * Booked work for a customer at a location.
 *
 * @param version grows with every change
 * @param active false where it was booked by mistake and that was undone
 * @param appointmentCount of those that were not removed, of which the first and the last are named
 */
public record Job(
        long id,
        String number,
        int version,
        boolean active,
        JobStatus status,
        @Nullable Instant completedOn,
        JobDetails details,
        @Nullable Long bookingId,
        @Nullable Long callId,
        long appointmentCount,
        long firstAppointmentId,
        long lastAppointmentId,
        @Nullable Long invoiceId,
        CustomData customData,
        Instant createdOn,
        long createdById,
        Instant modifiedOn) {

    public long customerId() {
        return details.customerId();
    }

    public long locationId() {
        return details.locationId();
    }

    /** The tag of its state. */
    public EntityTag tag() {
        return customData.tag(version);
    }
}

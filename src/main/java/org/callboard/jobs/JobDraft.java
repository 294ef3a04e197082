package org.callboard.jobs;

import java.time.Instant;
import java.util.List;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.jspecify.annotations.Nullable;

/**
 * A job that is to be booked, with at least one appointment. All ids have been checked to exist in the tenant.
 *
 * @param callId the telephone call that it comes of
 */
public record JobDraft(
        JobDetails details,
        @Nullable Long bookingId,
        List<AppointmentDraft> appointments,
        CustomDataDraft customData,
        @Nullable Long callId) {

    /** A job that comes of no call. */
    public JobDraft(
            JobDetails details,
            @Nullable Long bookingId,
            List<AppointmentDraft> appointments,
            CustomDataDraft customData) {
        this(details, bookingId, appointments, customData, null);
    }

    /** A job with one appointment and nothing but what each has. */
    public JobDraft(
            long customerId,
            long locationId,
            long businessUnitId,
            long jobTypeId,
            long campaignId,
            Priority priority,
            @Nullable String summary,
            @Nullable Long bookingId,
            Instant start,
            Instant end) {
        this(
                JobDetails.of(customerId, locationId, businessUnitId, jobTypeId, campaignId, priority, summary),
                bookingId,
                List.of(AppointmentDraft.of(VisitTime.of(start, end))),
                CustomDataDraft.NONE);
    }

    public long customerId() {
        return details.customerId();
    }

    public long locationId() {
        return details.locationId();
    }
}

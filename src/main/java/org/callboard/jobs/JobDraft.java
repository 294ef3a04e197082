package org.callboard.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A job that is to be booked, with its first appointment. The ids have been checked to exist in the tenant. */
public record JobDraft(
        long customerId,
        long locationId,
        long businessUnitId,
        long jobTypeId,
        long campaignId,
        Priority priority,
        @Nullable String summary,
        @Nullable Long bookingId,
        Instant start,
        Instant end) {}

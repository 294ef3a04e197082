package org.callboard.settings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A form whose answers become leads. Such a lead is credited to the campaign; it has the call reason, or comes up for a
 * follow-up after so many days, or both. No days at all mean at once.
 */
public record LeadForm(
        long id,
        String name,
        long campaignId,
        @Nullable Long callReasonId,
        @Nullable Integer followUpDays,
        boolean active,
        Instant createdOn,
        Instant modifiedOn) {}

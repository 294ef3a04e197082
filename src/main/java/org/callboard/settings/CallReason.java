package org.callboard.settings;

import java.time.Instant;

/** Why somebody called, or why a call was not booked. {@code isLead} says whether it counts as a lead. */
public record CallReason(long id, String name, boolean isLead, boolean active, Instant createdOn, Instant modifiedOn) {}
